package it.lente.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the phrases that a record repeats: two to four consecutive words, without punctuation or a
 * line end between them, that begin and end with content words. A phrase that occurs once is not
 * the subject of the record.
 */
public final class RepeatedPhrases {

  private static final int LONGEST = 4;
  private static final int ENOUGH = 2;

  /** Text allowed between two words of a phrase. */
  private static final Pattern JOINED = Pattern.compile("[ \u00A0]?\\p{L}{0,6}['’‘`´ -]?");

  private static final Pattern APOSTROPHES = Pattern.compile("[’‘`´]");

  private final List<List<Word>> texts;

  /** Frequency of each content word; a phrase is not more frequent than its words. */
  private final Map<String, Integer> words = new HashMap<>();

  private final Map<String, Said> said = new HashMap<>();

  private RepeatedPhrases(List<List<Word>> texts) {
    this.texts = texts;
  }

  /** A phrase as written in the text, and its frequency. */
  private record Said(String written, int times) {

    Said repeated() {
      return new Said(written, times + 1);
    }
  }

  private record Word(String form, int start, int end) {}

  /**
   * Returns the phrases in lower case and alphabetical order; not those within longer ones only.
   */
  public static Set<String> in(List<String> texts) {
    RepeatedPhrases phrases =
        new RepeatedPhrases(texts.stream().map(RepeatedPhrases::words).toList());
    phrases.countWords();
    for (int i = 0; i < texts.size(); i++) {
      phrases.read(phrases.texts.get(i), texts.get(i));
    }
    return phrases.repeated();
  }

  private void countWords() {
    for (List<Word> text : texts) {
      for (Word word : text) {
        if (FunctionWords.leaveOver(word.form())) {
          words.merge(word.form(), 1, Integer::sum);
        }
      }
    }
  }

  private boolean mayBound(Word word) {
    return words.getOrDefault(word.form(), 0) >= ENOUGH;
  }

  private void read(List<Word> words, String text) {
    for (int first = 0; first < words.size(); first++) {
      if (mayBound(words.get(first))) {
        readFrom(first, words, text);
      }
    }
  }

  private void readFrom(int first, List<Word> words, String text) {
    StringBuilder forms = new StringBuilder(words.get(first).form());
    for (int last = first + 1; last < Math.min(words.size(), first + LONGEST); last++) {
      Word word = words.get(last);
      int end = words.get(last - 1).end();
      // All forms of one sign, such as ½, have the same offsets.
      if (word.start() < end || !JOINED.matcher(text.substring(end, word.start())).matches()) {
        return;
      }
      forms.append(' ').append(word.form());
      if (mayBound(word)) {
        Said once = new Said(text.substring(words.get(first).start(), word.end()), 1);
        said.merge(forms.toString(), once, (before, now) -> before.repeated());
      }
    }
  }

  private Set<String> repeated() {
    said.values().removeIf(phrase -> phrase.times() < ENOUGH);
    Set<String> repeated = new TreeSet<>();
    said.forEach((forms, phrase) -> {
      if (!isOnlyPart(forms, phrase.times())) {
        repeated.add(
            APOSTROPHES.matcher(phrase.written()).replaceAll("'").toLowerCase(Locale.ITALIAN));
      }
    });
    return repeated;
  }

  private boolean isOnlyPart(String forms, int times) {
    String within = ' ' + forms + ' ';
    return said.entrySet().stream()
        .anyMatch(other ->
            other.getValue().times() == times
                && other.getKey().length() > forms.length()
                && (' ' + other.getKey() + ' ').contains(within));
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    FormReader reader = new FormReader();
    reader.read(text);
    while (reader.next()) {
      words.add(new Word(reader.form(), reader.start(), reader.end()));
    }
    return words;
  }
}
