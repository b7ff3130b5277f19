package it.lente.engine.lucene;

import it.lente.engine.Coverage.StateCount;
import it.lente.engine.StoredAttachment;
import it.lente.engine.stored.PageValues;
import it.lente.record.AttachmentState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;

/**
 * The states of all files of a snapshot: counting them and paging through them reads no JSON.
 *
 * @param processes in the order of their ids
 */
record FileStates(Map<AttachmentState, StateCount> counts, List<Files> processes) {

  private static final Map<String, AttachmentState> BY_KEY =
      Stream.of(AttachmentState.values())
          .collect(Collectors.toMap(AttachmentState::key, Function.identity()));

  /**
   * The files of a process.
   *
   * @param document the first of the process's block
   * @param states in the record's order
   */
  record Files(String id, int document, List<AttachmentState> states) {}

  /** Encodes the file states of a process as its document stores them. */
  static BytesRef encode(List<StoredAttachment> attachments) {
    return PageValues.packed(out -> {
      out.writeVInt(attachments.size());
      for (StoredAttachment stored : attachments) {
        out.writeString(stored.summary().state().key());
        out.writeVInt(stored.summary().pageCount());
      }
    });
  }

  static FileStates of(IndexReader reader) throws IOException {
    List<Files> processes = new ArrayList<>();
    Map<AttachmentState, StateCount> counts = new EnumMap<>(AttachmentState.class);
    for (LeafReaderContext leaf : reader.leaves()) {
      LiveProcesses.each(
          leaf,
          Schema.FILE_STATES,
          (id, document, value) -> processes.add(new Files(id, document, decode(value, counts))));
    }
    processes.sort(Comparator.comparing(Files::id));
    return new FileStates(counts, processes);
  }

  private static List<AttachmentState> decode(
      BytesRef bytes, Map<AttachmentState, StateCount> counts) throws IOException {
    ByteArrayDataInput in = PageValues.in(bytes);
    AttachmentState[] states = new AttachmentState[in.readVInt()];
    for (int i = 0; i < states.length; i++) {
      states[i] = BY_KEY.get(in.readString());
      counts.merge(states[i], new StateCount(1, in.readVInt()), StateCount::plus);
    }
    return List.of(states);
  }
}
