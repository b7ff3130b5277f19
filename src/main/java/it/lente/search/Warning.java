package it.lente.search;

/**
 * Something a reader should know about how the question was read.
 *
 * @param detail what it is about, as the kind tells
 */
public record Warning(Kind kind, String detail) {

  /** What there is to say. */
  public enum Kind {
    /** The detail is the number of characters that were read. */
    TOO_LONG(
        "La domanda è lunga: ne sono stati letti i primi %s caratteri.",
        "The question is long: its first %s characters were read."),
    /** The detail is the number of words that were read. */
    TOO_MANY_WORDS(
        "La domanda ha molte parole: ne sono state lette le prime %s.",
        "The question has many words: the first %s were read."),
    /** The detail is the text after the quotation mark. */
    OPEN_QUOTE(
        "Le virgolette prima di «%s» non si chiudono: sono state cercate le singole parole.",
        "The quotation mark before “%s” is not closed: its words were searched one by one."),
    /** The detail is the words. */
    TOO_MANY_FORMS(
        "Troppe parole corrispondono a: %s. Sono state cercate le 1.024 più frequenti.",
        "Too many words match: %s. The 1,024 most frequent were searched."),
    /** The detail is the words. */
    PASSED_OVER(
        "Parole comuni non richieste: %s. Tra virgolette vengono cercate.",
        "Common words that were not required: %s. In quotation marks they are.");

    private final String italian;
    private final String english;

    Kind(String italian, String english) {
      this.italian = italian;
      this.english = english;
    }
  }

  /** The sentence for people; Italian unless {@code language} is «en». */
  public String text(String language) {
    return String.format(language.equals("en") ? kind.english : kind.italian, detail);
  }
}
