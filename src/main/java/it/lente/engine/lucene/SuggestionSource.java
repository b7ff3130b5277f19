package it.lente.engine.lucene;

import it.lente.analysis.FormReader;
import it.lente.engine.Suggestion;
import it.lente.engine.Suggestion.Kind;
import it.lente.engine.hits.SuggestionEntries;
import it.lente.engine.hits.Suggestions;
import it.lente.record.Facet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.Bits;

/**
 * The suggestions of a commit, from values of its processes. Titles of segments that the previous
 * commit also had are not read again.
 */
final class SuggestionSource {

  static final SuggestionSource NONE =
      new SuggestionSource(Map.of(), Map.of(), Suggestions.of(List.of()));

  private final Map<CacheKey, List<Title>> titlesBySegment;

  /** The words of values and phrases, kept because most are the same in the next commit. */
  private final Map<String, List<String>> wordsByText;

  private final Suggestions suggestions;

  private SuggestionSource(
      Map<CacheKey, List<Title>> titlesBySegment,
      Map<String, List<String>> wordsByText,
      Suggestions suggestions) {
    this.titlesBySegment = titlesBySegment;
    this.wordsByText = wordsByText;
    this.suggestions = suggestions;
  }

  /**
   * A process's title.
   *
   * @param document the first of the process's block, a number in the segment
   */
  private record Title(int document, String id, String text, List<String> words) {}

  static SuggestionSource of(IndexReader reader, SuggestionSource before) throws IOException {
    Map<CacheKey, List<Title>> titles = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      CacheKey key = leaf.reader().getCoreCacheHelper().getKey();
      List<Title> known = before.titlesBySegment.get(key);
      titles.put(key, known == null ? titles(leaf) : known);
    }
    Collected collected = new Collected(reader, titles, before.wordsByText);
    return new SuggestionSource(titles, collected.wordsByText, collected.suggestions());
  }

  Suggestions suggestions() {
    return suggestions;
  }

  /** Reads the titles of a segment; each commit itself ignores those deleted since. */
  private static List<Title> titles(LeafReaderContext leaf) throws IOException {
    List<Title> titles = new ArrayList<>();
    LiveProcesses.each(
        leaf,
        Schema.TITLE,
        (id, document, value) -> {
          String text = value.utf8ToString();
          titles.add(new Title(document - leaf.docBase, id, text, FormReader.forms(text)));
        });
    return titles;
  }

  /** Counts over the live processes of all segments. */
  private static final class Collected {

    private final IndexReader reader;
    private final SuggestionEntries entries = new SuggestionEntries(this::words);
    private final Map<String, List<String>> known;
    private final Map<String, List<String>> wordsByText = new HashMap<>();

    Collected(
        IndexReader reader, Map<CacheKey, List<Title>> titles, Map<String, List<String>> known)
        throws IOException {
      this.reader = reader;
      this.known = known;
      for (Kind kind : Kind.values()) {
        Optional<Facet> facet = kind.facet();
        if (facet.isPresent()) {
          entries.addValues(kind, counts(Schema.field(facet.get())));
        }
      }
      entries.addPhrases(counts(Schema.PHRASES));
      addTitles(titles);
    }

    Suggestions suggestions() {
      return entries.suggestions();
    }

    private void addTitles(Map<CacheKey, List<Title>> bySegment) {
      Map<String, Title> first = new HashMap<>();
      Map<String, Integer> counts = new HashMap<>();
      for (LeafReaderContext leaf : reader.leaves()) {
        Bits live = leaf.reader().getLiveDocs();
        for (Title title : bySegment.get(leaf.reader().getCoreCacheHelper().getKey())) {
          if (live == null || live.get(title.document())) {
            first.merge(
                title.text(), title, (one, two) -> one.id().compareTo(two.id()) < 0 ? one : two);
            counts.merge(title.text(), 1, Integer::sum);
          }
        }
      }
      first.forEach((text, title) ->
          entries.add(
              new Suggestion(Kind.TITLE, text, title.id(), counts.get(text)), title.words(), ""));
    }

    private List<String> words(String text) {
      return wordsByText.computeIfAbsent(
          text,
          each -> {
            List<String> before = known.get(each);
            return before == null ? FormReader.forms(each) : before;
          });
    }

    private Map<String, Integer> counts(String field) throws IOException {
      Map<String, Integer> counts = new HashMap<>();
      for (LeafReaderContext leaf : reader.leaves()) {
        LeafReader segment = leaf.reader();
        SortedSetDocValues values = DocValues.getSortedSet(segment, field);
        int[] bySegment = new int[(int) values.getValueCount()];
        count(values, segment.getLiveDocs(), bySegment);
        for (int i = 0; i < bySegment.length; i++) {
          if (bySegment[i] > 0) {
            counts.merge(values.lookupOrd(i).utf8ToString(), bySegment[i], Integer::sum);
          }
        }
      }
      return counts;
    }

    private static void count(SortedSetDocValues values, Bits live, int[] counts)
        throws IOException {
      for (int doc = values.nextDoc();
          doc != SortedSetDocValues.NO_MORE_DOCS;
          doc = values.nextDoc()) {
        for (int i = 0; i < values.docValueCount() && (live == null || live.get(doc)); i++) {
          counts[(int) values.nextOrd()]++;
        }
      }
    }
  }
}
