package it.lente.engine.lucene;

import it.lente.engine.Coverage.StateCount;
import it.lente.engine.StoredAttachment;
import it.lente.record.AttachmentState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * The states of all files of a snapshot, a byte each: counting and paging through them reads no
 * JSON. Processes are in the order of their ids.
 */
final class FileStates {

  private static final AttachmentState[] STATES = AttachmentState.values();

  private final Map<AttachmentState, StateCount> counts = new EnumMap<>(AttachmentState.class);
  private final int[] documents;
  private final byte[][] states;

  private FileStates(List<Files> processes) {
    documents = processes.stream().mapToInt(Files::document).toArray();
    states = processes.stream().map(Files::states).toArray(byte[][]::new);
  }

  /** A process with files. */
  private record Files(String id, int document, byte[] states) {}

  /** The files of a process, as its document keeps them. */
  static BytesRef encode(List<StoredAttachment> attachments) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      OutputStreamDataOutput out = new OutputStreamDataOutput(bytes);
      out.writeVInt(attachments.size());
      for (StoredAttachment stored : attachments) {
        out.writeByte((byte) stored.summary().state().ordinal());
        out.writeVInt(stored.summary().pageCount());
      }
      return new BytesRef(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("states could not be packed in memory", e);
    }
  }

  static FileStates of(IndexReader reader) throws IOException {
    List<Files> processes = new ArrayList<>();
    Map<AttachmentState, StateCount> counts = new EnumMap<>(AttachmentState.class);
    for (LeafReaderContext leaf : reader.leaves()) {
      read(leaf, processes, counts);
    }
    processes.sort(Comparator.comparing(Files::id));
    FileStates all = new FileStates(processes);
    all.counts.putAll(counts);
    return all;
  }

  private static void read(
      LeafReaderContext leaf, List<Files> processes, Map<AttachmentState, StateCount> counts)
      throws IOException {
    BinaryDocValues values = leaf.reader().getBinaryDocValues(Schema.FILE_STATES);
    SortedDocValues ids = leaf.reader().getSortedDocValues(Schema.ID);
    Bits live = leaf.reader().getLiveDocs();
    if (values == null) {
      return;
    }
    for (int doc = values.nextDoc(); doc != BinaryDocValues.NO_MORE_DOCS; doc = values.nextDoc()) {
      if ((live == null || live.get(doc)) && ids.advanceExact(doc)) {
        String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
        processes.add(new Files(id, leaf.docBase + doc, decode(values.binaryValue(), counts)));
      }
    }
  }

  private static byte[] decode(BytesRef bytes, Map<AttachmentState, StateCount> counts) {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    byte[] states = new byte[in.readVInt()];
    for (int i = 0; i < states.length; i++) {
      states[i] = in.readByte();
      counts.merge(STATES[states[i]], new StateCount(1, in.readVInt()), StateCount::plus);
    }
    return states;
  }

  Map<AttachmentState, StateCount> counts() {
    return counts;
  }

  /** How many processes there are. */
  int size() {
    return documents.length;
  }

  /** The first document of a process's block. */
  int document(int process) {
    return documents[process];
  }

  /** How many files a process has. */
  int files(int process) {
    return states[process].length;
  }

  AttachmentState state(int process, int file) {
    return STATES[states[process][file]];
  }
}
