package it.lente.engine.lucene;

import it.lente.analysis.Dictionary;
import it.lente.analysis.LookUpBudget;
import it.lente.analysis.Synonyms;
import it.lente.engine.AsOf;
import it.lente.engine.Deadline;
import it.lente.engine.EngineStatus;
import it.lente.engine.FacetCounts;
import it.lente.engine.Filters;
import it.lente.engine.SimilarProcess;
import it.lente.engine.hits.ListedProcess;
import it.lente.engine.hits.LruCache;
import it.lente.engine.hits.Suggestions;
import it.lente.engine.stored.StoredValues;
import it.lente.record.Facet;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.StringHelper;

/**
 * One commit, opened: its reader and the facet tables of its segments. Tables of segments that the
 * previous commit also had are reused.
 */
final class Snapshot {

  /** BM25's k1: the lower, the less each repetition of a word adds. */
  private static final float K1 = .8f;

  /** One card is kept in memory for each so many bytes of heap: some 5 % of it, for usual cards. */
  private static final int HEAP_BYTES_A_CARD = 128 * 1024;

  /** Cards with more attachments are not kept: a few of them would fill the heap. */
  private static final int MOST_KEPT_ATTACHMENTS = 50;

  /** BM25's b: the higher, the less the words of long texts count. */
  private static final float B = .9f;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final List<FacetTable> tables = new ArrayList<>();
  private final Map<IndexReader.CacheKey, FacetTable> tablesBySegment = new HashMap<>();
  private final FacetVocabulary vocabulary;
  private final Map<String, AsOf> outdated;
  private int processes;
  private int attachments;
  private long pages;
  private final Instant time;
  private long bytes;
  private FileStates fileStates;
  private final SuggestionSource suggestions;
  private final LruCache<Asked, Integer> counts = new LruCache<>(1_000);
  private final LruCache<Filters, Map<Facet, FacetCounts>> facets = new LruCache<>(100);
  private final LruCache<String, List<SimilarProcess>> similar = new LruCache<>(1_000);
  private final LruCache<Condition, LookUpBudget> lookUps = new LruCache<>(32);
  private final LruCache<Integer, ListedProcess> cards =
      new LruCache<>(
          Math.toIntExact(
              Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_BYTES_A_CARD, 100, 100_000)));

  private Snapshot(
      DirectoryReader reader,
      Map<IndexReader.CacheKey, FacetTable> known,
      SuggestionSource knownSuggestions)
      throws IOException {
    this.reader = reader;
    this.outdated = LuceneCommit.outdated(reader.getIndexCommit().getUserData());
    this.suggestions = SuggestionSource.of(reader, knownSuggestions);
    this.searcher = new IndexSearcher(reader);
    // Questions rarely repeat and filters use facet columns: a cache of doc sets would only cost.
    searcher.setQueryCache(null);
    searcher.setSimilarity(new BM25Similarity(K1, B));
    for (LeafReaderContext leaf : reader.leaves()) {
      IndexReader.CacheKey key = leaf.reader().getCoreCacheHelper().getKey();
      FacetTable table = known.get(key);
      table = table == null ? FacetTable.of(leaf.reader()) : table;
      tables.add(table);
      tablesBySegment.put(key, table);
      count(leaf);
    }
    this.vocabulary = new FacetVocabulary(tables);
    IndexCommit commit = reader.getIndexCommit();
    for (String name : commit.getFileNames()) {
      bytes += reader.directory().fileLength(name);
    }
    Path folder = ((FSDirectory) reader.directory()).getDirectory();
    time = Files.getLastModifiedTime(folder.resolve(commit.getSegmentsFileName())).toInstant();
  }

  /** Opens the last commit. */
  static Snapshot open(Directory directory) throws IOException {
    return new Snapshot(DirectoryReader.open(directory), Map.of(), SuggestionSource.NONE);
  }

  /** Returns this snapshot if it is still the last commit, otherwise a new one. */
  Snapshot refreshed() throws IOException {
    DirectoryReader newer = DirectoryReader.openIfChanged(reader);
    return newer == null ? this : new Snapshot(newer, tablesBySegment, suggestions);
  }

  /** Keeps the snapshot open for a question; false if it is closed already. */
  boolean take() {
    return reader.tryIncRef();
  }

  /** Ends one use; the last closes. */
  void release() throws IOException {
    reader.decRef();
  }

  /** Returns the random name that Lucene gives each commit. */
  String commit() {
    return StringHelper.idToString(((StandardDirectoryReader) reader).getSegmentInfos().getId());
  }

  IndexSearcher searcher() {
    return searcher;
  }

  IndexReader reader() {
    return reader;
  }

  /** Returns the processes and attachments that differ from the collection, by their keys. */
  Map<String, AsOf> outdated() {
    return outdated;
  }

  FacetTable table(LeafReaderContext leaf) {
    return tables.get(leaf.ord);
  }

  FacetVocabulary vocabulary() {
    return vocabulary;
  }

  Suggestions suggestions() {
    return suggestions.suggestions();
  }

  /** Returns the forms that a question may look up, the same however often it is asked. */
  Dictionary dictionary(TextQuery query, Deadline deadline) throws IOException {
    LookUpBudget lookUp = lookUps.get(query.condition(), () -> new LookUpBudget(query));
    return lookUp.in(new TermDictionary(reader, lookUp.share(), deadline));
  }

  /** A question and the synonyms that expanded it. */
  record Asked(TextQuery query, Synonyms synonyms) {}

  /** Caches totals, because the same phrases are often suggested. */
  LruCache<Asked, Integer> counts() {
    return counts;
  }

  /** Caches the facets of questions without words, of which counting is the largest part. */
  LruCache<Filters, Map<Facet, FacetCounts>> facets() {
    return facets;
  }

  /** Caches similar processes by the id of the process. */
  LruCache<String, List<SimilarProcess>> similar() {
    return similar;
  }

  /**
   * Returns what a list shows of a process. The cards shown last are kept, because reading them
   * would be most of a short answer's work.
   */
  ListedProcess card(int document, BlockValues values) throws IOException {
    ListedProcess card = cards.known(document);
    if (card == null) {
      card = StoredValues.readCard(values.of(Schema.CARD, document));
      if (card.attachments().size() <= MOST_KEPT_ATTACHMENTS) {
        cards.put(document, card);
      }
    }
    return card;
  }

  EngineStatus.Commit commit(int generation) {
    return new EngineStatus.Commit(generation, time, bytes);
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

  /** Reads the file states on first use, because most snapshots never need them. */
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
