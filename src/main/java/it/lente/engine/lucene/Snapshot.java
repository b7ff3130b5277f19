package it.lente.engine.lucene;

import it.lente.engine.EngineUnavailableException;
import it.lente.engine.Suggestions;
import it.lente.record.TextQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;

/**
 * One commit, ready to answer: its reader and the facet columns of its segments. Columns of
 * segments that the commit before had, too, are taken over.
 */
final class Snapshot {

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final List<FacetColumns> columns = new ArrayList<>();
  private final Map<IndexReader.CacheKey, FacetColumns> columnsBySegment = new HashMap<>();
  private int processes;
  private int attachments;
  private long pages;
  private FileStates fileStates;
  private final SuggestionSource suggestions;
  private final Recent<TextQuery, Integer> counts = new Recent<>();

  private Snapshot(
      DirectoryReader reader,
      Map<IndexReader.CacheKey, FacetColumns> known,
      SuggestionSource knownSuggestions)
      throws IOException {
    this.reader = reader;
    this.suggestions = SuggestionSource.of(reader, knownSuggestions);
    this.searcher = new IndexSearcher(reader);
    // Questions rarely repeat and filters are columns of ours: a cache of doc sets would only cost.
    searcher.setQueryCache(null);
    for (LeafReaderContext leaf : reader.leaves()) {
      IndexReader.CacheKey key = leaf.reader().getCoreCacheHelper().getKey();
      FacetColumns column = known.get(key);
      column = column == null ? FacetColumns.of(leaf.reader()) : column;
      columns.add(column);
      columnsBySegment.put(key, column);
      count(leaf);
    }
  }

  /** Opens the last commit. */
  static Snapshot open(Directory directory) throws IOException {
    requireSchema(directory);
    return new Snapshot(DirectoryReader.open(directory), Map.of(), SuggestionSource.NONE);
  }

  /** This snapshot if nothing was committed since, else a new one. */
  Snapshot refreshed() throws IOException {
    DirectoryReader newer = DirectoryReader.openIfChanged(reader);
    return newer == null ? this : new Snapshot(newer, columnsBySegment, suggestions);
  }

  static void requireSchema(Directory directory) throws IOException {
    if (!schemaFits(directory)) {
      throw new EngineUnavailableException(
          "The index was written by another version of Lente: run `lente index` to write it anew.");
    }
  }

  static boolean schemaFits(Directory directory) throws IOException {
    SegmentInfos last = SegmentInfos.readLatestCommit(directory);
    return Schema.FINGERPRINT.equals(last.getUserData().get(Schema.FINGERPRINT_KEY));
  }

  /** Keeps the snapshot open for a question; false if it is closed already. */
  boolean take() {
    return reader.tryIncRef();
  }

  /** Ends one use; the last closes. */
  void release() throws IOException {
    reader.decRef();
  }

  IndexSearcher searcher() {
    return searcher;
  }

  IndexReader reader() {
    return reader;
  }

  FacetColumns columns(LeafReaderContext leaf) {
    return columns.get(leaf.ord);
  }

  Suggestions suggestions() {
    return suggestions.suggestions();
  }

  /** Totals that were counted before: a phrase that is suggested is suggested again. */
  Recent<TextQuery, Integer> counts() {
    return counts;
  }

  int processes() {
    return processes;
  }

  int attachments() {
    return attachments;
  }

  long pages() {
    return pages;
  }

  /** Read when they are first asked for: most snapshots never are. */
  synchronized FileStates fileStates() throws IOException {
    if (fileStates == null) {
      fileStates = FileStates.of(reader);
    }
    return fileStates;
  }

  private void count(LeafReaderContext leaf) throws IOException {
    NumericDocValues attachmentCounts = leaf.reader().getNumericDocValues(Schema.ATTACHMENT_COUNT);
    NumericDocValues pageCounts = leaf.reader().getNumericDocValues(Schema.PAGE_COUNT);
    Bits live = leaf.reader().getLiveDocs();
    if (pageCounts == null) {
      return;
    }
    for (int doc = pageCounts.nextDoc();
        doc != NumericDocValues.NO_MORE_DOCS;
        doc = pageCounts.nextDoc()) {
      if ((live == null || live.get(doc)) && attachmentCounts.advanceExact(doc)) {
        processes++;
        attachments += (int) attachmentCounts.longValue();
        pages += pageCounts.longValue();
      }
    }
  }
}
