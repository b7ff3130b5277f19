package it.lente.index;

import it.lente.engine.IndexedProcess.AttachedText;
import it.lente.engine.LastCommit;
import it.lente.extract.AttachmentTextSource;
import it.lente.extract.texts.TextsNotKeptException;
import it.lente.record.Attachment;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.record.TextSummary;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Provides the text of one attachment, whatever the state of its file. */
final class AttachmentReader {

  private final AttachmentTextSource texts;
  private final LastCommit last;

  AttachmentReader(AttachmentTextSource texts, LastCommit last) {
    this.texts = texts;
    this.last = last;
  }

  /**
   * An attachment and the result of reading it.
   *
   * @param mark of its file, to be remembered
   * @param way the source of its text
   * @param kept why its last text was kept, empty if it was read; no reasons if it is just the last
   */
  record Outcome(
      AttachedText attached,
      FileMark mark,
      AttachmentTextSource.Way way,
      Optional<List<Reason>> kept) {}

  /**
   * Reads a file, or takes its text from the store.
   *
   * @throws CancellationException if reading is being stopped
   * @throws TextsNotKeptException if no text can be stored any more
   */
  Outcome read(FilesSnapshot process, Attachment attachment) {
    FileMark now = process.now(attachment);
    if (process.keeps(attachment)) {
      List<Reason> why = process.kept().get(Fingerprint.key(attachment.file()));
      return keep(process, attachment, why).orElseGet(() -> unread(attachment, now, why));
    }
    return read(process, attachment, process.before(attachment));
  }

  /**
   * Reads a file, or takes its text from the store.
   *
   * @param before the mark remembered of it, {@link FileMark#NONE} if none
   */
  Outcome read(FilesSnapshot process, Attachment attachment, FileMark before) {
    FileMark now = process.now(attachment);
    if (now.equals(FileMark.NONE)) {
      Reason reason = ReasonCode.MISSING.with(attachment.file());
      return unread(attachment, now, AttachmentState.MISSING, List.of(reason));
    }
    try {
      Path file = process.path(attachment);
      boolean known = now.sameFileAs(before) && before.settled();
      String sha256 = known ? before.sha256() : texts.sha256(file);
      AttachmentTextSource.Reading reading = texts.read(file, sha256);
      TextSummary summary = reading.text().summary();
      boolean notNow =
          reading.way() == AttachmentTextSource.Way.NOT_KEPT
              && summary.state() == AttachmentState.FAILED;
      Optional<Outcome> last =
          notNow ? keepGood(process, attachment, summary.reasons()) : Optional.empty();
      return last.isPresent()
          ? last.get()
          : new Outcome(
              new AttachedText(attachment, reading.text()),
              now.as(
                  reading.way() == AttachmentTextSource.Way.NOT_KEPT ? "" : sha256,
                  summary.state(),
                  reading.waiting()),
              reading.way(),
              Optional.empty());
    } catch (CancellationException | TextsNotKeptException notOfThisFile) {
      throw notOfThisFile;
    } catch (IOException closed) {
      return keepGood(process, attachment, List.of(reason(closed)))
          .orElseGet(() -> unread(attachment, now, List.of(reason(closed))));
    } catch (RuntimeException | StackOverflowError broken) {
      return unread(
          attachment, now, List.of(ReasonCode.UNREADABLE.with(Reason.quoted(broken.toString()))));
    }
  }

  /** Empty if the file could not be read before either. */
  private Optional<Outcome> keepGood(
      FilesSnapshot process, Attachment attachment, List<Reason> why) {
    return process.before(attachment).sha256().isEmpty()
        ? Optional.empty()
        : keep(process, attachment, why);
  }

  /** Returns the text of the file's last readable bytes, from the store or else from the index. */
  private Optional<Outcome> keep(FilesSnapshot process, Attachment attachment, List<Reason> why) {
    FileMark before = process.before(attachment);
    return before.exists()
        ? texts
            .kept(before.sha256())
            .map(AttachmentTextSource.Reading::text)
            .or(() -> last.text(process.record().id(), attachment.id()))
            .map(text ->
                new Outcome(
                    new AttachedText(attachment, text),
                    before,
                    AttachmentTextSource.Way.STORED,
                    Optional.of(why)))
        : Optional.empty();
  }

  /** Omits the system's message, which names folders of this machine. */
  private static Reason reason(IOException closed) {
    return closed instanceof AccessDeniedException
        ? ReasonCode.NO_RIGHT_OF_OURS.with()
        : ReasonCode.FILE_CLOSED.with();
  }

  private static Outcome unread(Attachment attachment, FileMark now, List<Reason> reasons) {
    return unread(attachment, now, AttachmentState.FAILED, reasons);
  }

  private static Outcome unread(
      Attachment attachment, FileMark now, AttachmentState state, List<Reason> reasons) {
    return new Outcome(
        new AttachedText(attachment, AttachmentText.unread(state, reasons, "")),
        now.as("", state, false),
        AttachmentTextSource.Way.NOT_KEPT,
        Optional.empty());
  }
}
