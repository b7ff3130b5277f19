package it.lente.search;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import it.lente.engine.Excerpt;
import it.lente.engine.FieldExcerpt;
import it.lente.engine.PageExcerpt;
import it.lente.engine.ProcessHit;
import it.lente.engine.SearchResult;
import java.text.Collator;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that a result marks, with accents and capitals. The forms of an index have neither, and
 * people do not recognise «qualita» as a word.
 */
final class MarkedSpellings {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\u00AD]+");

  /** The most frequent; among equals one with accents, then one without capitals. */
  private static final Comparator<Map.Entry<String, Long>> BEST =
      Map.Entry.<String, Long>comparingByValue()
          .thenComparing(spelling -> spelling.getKey().chars().anyMatch(c -> c > 127))
          .thenComparing(Map.Entry.comparingByKey());

  /** Compares words, ignoring accents, capitals and soft hyphens. */
  private final Collator letters = Collator.getInstance(Locale.ROOT);

  private final List<String> marked;

  MarkedSpellings(SearchResult result) {
    letters.setStrength(Collator.PRIMARY);
    letters.setDecomposition(Collator.FULL_DECOMPOSITION);
    marked = result.processes().stream().flatMap(MarkedSpellings::texts).toList();
  }

  /** Returns the words of a process's title and of the marks in its excerpts. */
  private static Stream<String> texts(ProcessHit process) {
    Stream<Excerpt> excerpts =
        Stream.concat(
            process.excerpts().stream().map(FieldExcerpt::excerpt),
            process.attachments().stream()
                .flatMap(attachment -> attachment.excerpts().stream())
                .map(PageExcerpt::excerpt));
    Stream<String> marks =
        excerpts.flatMap(excerpt ->
            excerpt.marks().stream()
                .map(mark -> excerpt.text().substring(mark.start(), mark.end())));
    return Stream.concat(Stream.of(process.card().title()), marks)
        .map(text -> Normalizer.normalize(text, Normalizer.Form.NFC).replace("\u00AD", ""))
        .flatMap(MarkedSpellings::words);
  }

  /** Returns the words of a question that were not typed; operators are no words. */
  static List<String> changed(String question, String typed) {
    List<String> kept = words(typed).toList();
    return words(question)
        .filter(word -> !kept.contains(word) && !QueryTokens.isOperator(word))
        .toList();
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group);
  }

  /** Returns a text in which some of its words have their best spelling. */
  String in(String text, List<String> words) {
    return WORD.matcher(text)
        .replaceAll(word -> words.contains(word.group()) ? of(word.group()) : word.group());
  }

  /** Returns the best spelling of a word, the word itself if it is not marked. */
  String of(String word) {
    return marked.stream()
        .filter(each -> letters.equals(each, word))
        .collect(groupingBy(each -> each, counting()))
        .entrySet()
        .stream()
        .max(BEST)
        .map(Map.Entry::getKey)
        .orElse(word);
  }
}
