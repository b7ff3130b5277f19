package it.lente.engine.lucene;

import it.lente.engine.SimilarProcess.Shared;
import it.lente.engine.Suggestion.Kind;
import it.lente.record.Facet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;

/** The places, topics and techniques of one process, to be compared with those of others. */
final class SharedValues {

  private static final List<Facet> COMPARED =
      Stream.of(Kind.PLACE, Kind.THEME, Kind.TECHNIQUE)
          .flatMap(kind -> kind.facet().stream())
          .toList();

  private final IndexReader reader;
  private final Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);

  private SharedValues(IndexReader reader) {
    this.reader = reader;
  }

  static SharedValues of(IndexReader reader, int document) throws IOException {
    SharedValues own = new SharedValues(reader);
    for (Facet facet : COMPARED) {
      Set<String> all = own.read(facet, document);
      Set<String> narrowest = new TreeSet<>(all);
      // A region in common means little, so only the narrowest values of a tree count.
      narrowest.removeIf(value -> all.stream().anyMatch(other -> other.startsWith(value + " > ")));
      own.values.put(facet, narrowest);
    }
    return own;
  }

  /** Returns the values that another process also has. */
  List<Shared> with(int document) throws IOException {
    List<Shared> shared = new ArrayList<>();
    for (Facet facet : COMPARED) {
      Set<String> others = read(facet, document);
      others.retainAll(values.get(facet));
      others.forEach(value -> shared.add(Shared.value(facet, value)));
    }
    return shared;
  }

  private Set<String> read(Facet facet, int document) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    SortedSetDocValues read = DocValues.getSortedSet(leaf.reader(), Schema.field(facet));
    Set<String> found = new TreeSet<>();
    if (read.advanceExact(document - leaf.docBase)) {
      for (int i = 0; i < read.docValueCount(); i++) {
        found.add(read.lookupOrd(read.nextOrd()).utf8ToString());
      }
    }
    return found;
  }
}
