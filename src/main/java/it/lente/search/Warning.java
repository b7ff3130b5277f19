package it.lente.search;

import it.lente.engine.Reading;
import it.lente.record.Substitution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
    /** The detail is the bracket. */
    BRACKET(
        "Una parentesi «%s» non ha la sua compagna e non conta.",
        "A bracket “%s” has no partner and does not count."),
    /** The detail is how many brackets may be open at once. */
    TOO_DEEP(
        "Ci sono parentesi dentro più di %s altre: non contano.",
        "There are brackets inside more than %s others: they do not count."),
    /** The detail is the operator. */
    LONE_OPERATOR(
        "«%s» non ha nulla da unire e non conta.", "“%s” has nothing to join and does not count."),
    /** The detail is the field's name. */
    FIELD_APART(
        "«%1$s» è stata cercata come parola. Per cercare in quel campo si scrive senza spazio:"
            + " %1$s:parola.",
        "“%1$s” was searched as a word. To search in that field leave no space: %1$s:word."),
    /** No detail. */
    NO_WORDS(
        "Nella domanda non ci sono parole né numeri: scriva almeno una lettera o una cifra.",
        "The question has neither words nor numbers: type a letter or a digit at least."),
    /** The detail is the words. */
    SPLIT(
        "Così unite non compaiono: %s. Sono state cercate come singole parole.",
        "Joined like this they do not occur: %s. They were searched as single words."),
    /** The detail is the phrase. */
    DISTANCE(
        "La distanza tra parole non si può chiedere: di «%s» sono state cercate le singole parole.",
        "A distance between words cannot be asked for: the words of “%s” were searched one by"
            + " one."),
    /** No detail. */
    SENTENCE(
        "Letta come una frase: prima i processi con tutte le parole, poi quelli con alcune.",
        "Read as a sentence: first the processes with all the words, then those with some."),
    /** No detail. */
    MOST_WORDS(
        "Nessun processo ha tutte le parole: ecco quelli che ne hanno la maggior parte.",
        "No process has all the words: these have most of them."),
    /** No detail. */
    ANY_WORD(
        "Nessun processo ha tutte le parole, né la maggior parte: ecco quelli che ne hanno almeno"
            + " una.",
        "No process has all the words, nor most of them: these have one at least."),
    /** No detail. */
    OUT_OF_TIME(
        "Il tempo per rispondere è finito: possono mancare processi, conteggi e passaggi.",
        "The time to answer is over: processes, counts and passages may be missing."),
    /** The detail is the words. */
    TOO_MANY_FORMS(
        "Troppe parole corrispondono a: %s. Sono state cercate le 1.024 più frequenti.",
        "Too many words match: %s. The 1,024 most frequent were searched."),
    /** The detail is the words. */
    AS_TYPED(
        "La domanda ha molte parole aperte, incerte o sconosciute. Sono state cercate solo come"
            + " scritte: %s.",
        "The question has many open, fuzzy or unknown words. These were searched as typed only:"
            + " %s."),
    /** The detail is each word with those that were searched in its place. */
    RESCUED(
        "Parole che nella raccolta non ci sono, cercate come quelle più vicine: %s. Tra virgolette"
            + " si cercano come sono scritte.",
        "Words that the collection does not have were searched as the nearest ones: %s. In"
            + " quotation marks they are searched as typed."),
    /** The detail is each word or expression with its synonyms. */
    SYNONYMS("Cercati anche i sinonimi: %s.", "Synonyms were searched as well: %s."),
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

    /** The name in the API: «too-long». */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What there is to say about how the words of a question were read. */
  static List<Warning> about(Reading reading) {
    List<Warning> warnings = new ArrayList<>();
    add(warnings, Kind.RESCUED, reading.rescued().stream().map(Warning::named).toList(), "; ");
    add(warnings, Kind.SYNONYMS, reading.synonyms().stream().map(Warning::named).toList(), "; ");
    add(warnings, Kind.PASSED_OVER, reading.passedOver(), ", ");
    add(warnings, Kind.SPLIT, reading.split(), ", ");
    if (reading.wordless()) {
      warnings.add(new Warning(Kind.NO_WORDS, ""));
    }
    add(warnings, Kind.TOO_MANY_FORMS, reading.cut(), ", ");
    add(warnings, Kind.AS_TYPED, reading.asTyped(), ", ");
    return warnings;
  }

  private static String named(Substitution used) {
    return used.typed() + " → " + String.join(", ", used.searched());
  }

  private static void add(List<Warning> warnings, Kind kind, List<String> words, String comma) {
    if (!words.isEmpty()) {
      warnings.add(new Warning(kind, String.join(comma, words)));
    }
  }

  /** The sentence for people; Italian unless {@code language} is «en». */
  public String text(String language) {
    return String.format(language.equals("en") ? kind.english : kind.italian, detail);
  }
}
