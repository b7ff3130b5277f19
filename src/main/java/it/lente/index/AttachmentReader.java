package it.lente.index;

import it.lente.engine.IndexedProcess.AttachedText;
import it.lente.extract.Texts;
import it.lente.extract.TextsNotKeptException;
import it.lente.record.Attachment;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/** Gets the text of one attachment; whatever its file is like, there is an answer. */
final class AttachmentReader {

  private final Texts texts;

  AttachmentReader(Texts texts) {
    this.texts = texts;
  }

  /**
   * An attachment that was looked at.
   *
   * @param mark what to remember of its file
   * @param way how its text was come by
   */
  record Outcome(AttachedText attached, FileMark mark, Texts.Way way) {}

  /**
   * Reads a file, or takes its text from the store.
   *
   * @throws CancellationException if reading is being stopped
   * @throws TextsNotKeptException if no text can be kept any more
   * @param now the file as it was found
   * @param before what was remembered of it, {@link FileMark#NONE} if nothing
   */
  Outcome read(Attachment attachment, Path file, FileMark now, FileMark before) {
    if (!now.exists()) {
      String reason = Reason.MISSING.with(attachment.file());
      return unread(attachment, now, AttachmentState.MISSING, reason);
    }
    try {
      boolean known = now.sameFileAs(before) && before.settled();
      String sha256 = known ? before.sha256() : texts.sha256(file);
      Texts.Reading reading = texts.read(file, sha256);
      return new Outcome(
          new AttachedText(attachment, reading.text()),
          now.as(
              reading.way() == Texts.Way.NOT_KEPT ? "" : sha256,
              reading.text().summary().state(),
              reading.waiting()),
          reading.way());
    } catch (CancellationException | TextsNotKeptException notOfThisFile) {
      throw notOfThisFile;
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      return unread(attachment, now, AttachmentState.FAILED, reason(broken));
    }
  }

  private static String reason(Throwable broken) {
    return broken instanceof AccessDeniedException
        ? Reason.NO_RIGHT_OF_OURS.with()
        : Reason.UNREADABLE.with(broken);
  }

  private static Outcome unread(
      Attachment attachment, FileMark now, AttachmentState state, String reason) {
    return new Outcome(
        new AttachedText(attachment, AttachmentText.unread(state, reason, "")),
        now.as("", state, false),
        Texts.Way.NOT_KEPT);
  }
}
