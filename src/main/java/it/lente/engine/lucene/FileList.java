package it.lente.engine.lucene;

import it.lente.engine.Coverage;
import it.lente.engine.CoverageFile;
import it.lente.engine.CoverageRequest;
import it.lente.engine.Deadline;
import it.lente.engine.ProcessHit.Card;
import it.lente.engine.ResultWindow;
import it.lente.engine.StoredAttachment;
import it.lente.engine.hits.ListedProcess;
import it.lente.engine.stored.StoredValues;
import it.lente.record.AttachmentState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The files of a snapshot, in order; reads only the cards of processes whose files are listed. */
final class FileList {

  private final Snapshot snapshot;
  private final FileStates states;
  private final Deadline deadline;

  FileList(Snapshot snapshot, Deadline deadline) throws IOException {
    this.snapshot = snapshot;
    this.states = snapshot.fileStates();
    this.deadline = deadline;
  }

  Coverage coverage(CoverageRequest request) throws IOException {
    List<CoverageFile> files = new ArrayList<>();
    int total = walk(request.states(), request.window(), files::add);
    return new Coverage(states.counts(), total, files);
  }

  /** Passes all files in one of the states to the sink and returns their number. */
  int each(Set<AttachmentState> wanted, Consumer<CoverageFile> sink) throws IOException {
    return walk(wanted, new ResultWindow(0, Integer.MAX_VALUE), sink);
  }

  private int walk(Set<AttachmentState> wanted, ResultWindow window, Consumer<CoverageFile> sink)
      throws IOException {
    int passed = 0;
    for (FileStates.Files process : states.processes()) {
      ListedProcess card = null;
      for (int file = 0; file < process.states().size(); file++) {
        if (wanted.isEmpty() || wanted.contains(process.states().get(file))) {
          if (passed >= window.offset() && passed - window.offset() < window.size()) {
            card = card == null ? card(process.document()) : card;
            sink.accept(file(card, file));
          }
          passed++;
        }
      }
    }
    return passed;
  }

  private ListedProcess card(int document) throws IOException {
    return StoredValues.readCard(
        BlockValues.block(snapshot.reader(), document, deadline).value(Schema.CARD));
  }

  private CoverageFile file(ListedProcess listed, int file) {
    Card card = listed.card();
    StoredAttachment stored =
        listed.attachments().get(file).described(card.id(), snapshot.outdated());
    return new CoverageFile(card.id(), card.title(), stored);
  }
}
