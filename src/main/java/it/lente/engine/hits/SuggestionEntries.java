package it.lente.engine.hits;

import it.lente.engine.Suggestion;
import it.lente.engine.Suggestion.Kind;
import it.lente.engine.hits.Suggestions.Entry;
import it.lente.record.Facet;
import it.lente.record.TreePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Collects what a collection suggests: values of facets, repeated phrases, titles. */
public final class SuggestionEntries {

  /** Minimum number of processes that repeat a phrase. */
  private static final int FREQUENT = 2;

  private final Function<String, List<String>> words;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<List<String>> values = new HashSet<>();

  /**
   * Starts without entries.
   *
   * @param words returns the forms of a text
   */
  public SuggestionEntries(Function<String, List<String>> words) {
    this.words = words;
  }

  /** Adds the values of a kind's facet, with the number of processes of each. */
  public void addValues(Kind kind, Map<String, Integer> counts) {
    boolean tree = kind.facet().filter(Facet::tree).isPresent();
    counts.forEach((value, count) -> {
      String text = tree ? TreePath.parse(value).label() : value;
      String above = tree ? TreePath.parse(value).parent() : "";
      add(new Suggestion(kind, text, value, count), words.apply(text), above);
    });
  }

  /** Adds phrases that several processes repeat, unless a value or phrase has the same words. */
  public void addPhrases(Map<String, Integer> counts) {
    counts.entrySet().stream()
        .filter(phrase -> phrase.getValue() >= FREQUENT)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(phrase -> addPhrase(phrase.getKey(), phrase.getValue()));
  }

  private void addPhrase(String phrase, int count) {
    List<String> forms = words.apply(phrase);
    if (!values.contains(forms)) {
      add(new Suggestion(Kind.PHRASE, phrase, phrase, count), forms, "");
    }
  }

  /**
   * Adds an entry, unless it has no words.
   *
   * @param context a further text whose words may be typed
   */
  public void add(Suggestion suggestion, List<String> forms, String context) {
    if (!forms.isEmpty()) {
      values.add(forms);
      entries.add(new Entry(suggestion, forms, words.apply(context)));
    }
  }

  public Suggestions suggestions() {
    return Suggestions.of(entries);
  }
}
