package it.lente.extract.reading.frame;

import it.lente.extract.NotReadNowException;
import it.lente.extract.PlainReason;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageText;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.record.TextSummary;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.PasswordRequiredException;

/** The files inside a file. Each is unpacked and read immediately, by a parse of its own. */
public final class EmbeddedFiles {

  private static final String UNKNOWN_TYPE = "application/octet-stream";
  private static final int CHUNK = 1 << 16;

  private final ParsedFile within;
  private final UnpackBudget allowance;
  private final int depth;
  private final long packed;
  private final List<EmbeddedFile> all = new ArrayList<>();
  private final List<Reason> losses = new ArrayList<>();
  private Optional<AttachmentText> unwrapped = Optional.empty();
  private final Set<Integer> skipped = new HashSet<>();
  private boolean full;

  /** Number of units of the file itself, counted once, because it takes long. */
  private int own;

  /**
   * Begins without a file.
   *
   * @param depth the number of files that enclose these
   * @param packed the size in bytes of the file that contains these
   */
  public EmbeddedFiles(ParsedFile within, UnpackBudget allowance, int depth, long packed) {
    this.within = within;
    this.allowance = allowance;
    this.depth = depth;
    this.packed = packed;
  }

  /** Unpacks and reads the next file. Never throws because of that file. */
  public void add(String name, InputStream bytes) {
    if (!hasRoom()) {
      return;
    }
    PdfPages around = within.pdf();
    int first = units() + 1;
    if (around.isFatal(first) && skipped.add(first)) {
      all.add(
          new EmbeddedFile(named(name), unread(AttachmentState.FAILED, ReasonCode.DIED.with())));
      return;
    }
    if (all.isEmpty() && around.pages().isEmpty()) {
      around.open(within.mediaType());
    }
    around.begin(first);
    EmbeddedFile member = new EmbeddedFile(named(name), read(name, bytes, around.inside(first)));
    all.add(member);
    int unit = first;
    for (PageText page : member.text().pages()) {
      around.follow(member.outerPage(page, unit++));
    }
  }

  /** Returns the number of units of the file so far, its own before those of the files inside. */
  private int units() {
    if (all.isEmpty()) {
      own =
          within.pdf().pages().size()
              + (within.sections().isBlank() ? 0 : within.sections().parts().size());
    }
    return own + all.stream().mapToInt(member -> member.text().pages().size()).sum();
  }

  /** Adds a file that cannot be unpacked. */
  public void addUnread(String name, AttachmentState state, Reason reason) {
    if (hasRoom()) {
      all.add(new EmbeddedFile(named(name), unread(state, reason)));
    }
  }

  /** Replaces the file, which only wraps another one, by its content. */
  public void unwrap(String name, InputStream bytes) {
    // The follower of the file's pages receives the pages of the content.
    unwrapped = Optional.of(read(name, bytes, within.pdf()));
  }

  /** Returns whether further files are refused, so that the rest need not be unpacked. */
  public boolean isFull() {
    return full;
  }

  public List<EmbeddedFile> all() {
    return List.copyOf(all);
  }

  public List<Reason> losses() {
    return List.copyOf(losses);
  }

  public Optional<AttachmentText> unwrapped() {
    return unwrapped;
  }

  private boolean hasRoom() {
    if (!full && !allowance.takesAnother()) {
      full = true;
      losses.add(allowance.tooMany());
    }
    return !full;
  }

  private String named(String name) {
    String path = name.replace('\\', '/').strip();
    return path.isEmpty() ? Integer.toString(all.size() + 1) : path;
  }

  private AttachmentText read(String name, InputStream bytes, PdfPages pages) {
    Path file = null;
    try {
      file = Files.createTempFile("lente-", ".member");
      allowance.requireDepth(depth);
      Optional<Reason> damage = unpack(bytes, file);
      AttachmentText text = within.readInside(file, name, pages);
      return damage.map(why -> damaged(text, why)).orElse(text);
    } catch (OverBudgetException e) {
      return unread(AttachmentState.FAILED, e.reason());
    } catch (PasswordRequiredException e) {
      return unread(AttachmentState.ENCRYPTED, ReasonCode.LOCKED.with());
    } catch (IOException e) {
      throw new NotReadNowException(PlainReason.ofReading(e), e);
    } finally {
      delete(file);
    }
  }

  /** Returns the problem of a file, if any. Bytes before the damage are worth reading. */
  private Optional<Reason> unpack(InputStream bytes, Path file) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long unpacked = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        int read;
        try {
          read = bytes.read(chunk);
        } catch (PasswordRequiredException e) {
          throw e;
        } catch (IOException | RuntimeException e) {
          return Optional.of(PlainReason.of(e));
        }
        if (read < 0) {
          return Optional.empty();
        }
        unpacked += read;
        allowance.take(read, unpacked, packed);
        out.write(chunk, 0, read);
      }
    }
  }

  private static AttachmentText unread(AttachmentState state, Reason reason) {
    return AttachmentText.unread(state, reason, UNKNOWN_TYPE);
  }

  private static AttachmentText damaged(AttachmentText text, Reason why) {
    boolean read = text.pages().stream().anyMatch(page -> !page.text().isBlank());
    TextSummary summary =
        text.summary()
            .as(
                read ? AttachmentState.PARTIAL : AttachmentState.FAILED,
                Reason.before(why, text.summary().reasons()));
    return new AttachmentText(summary, text.pages(), text.info());
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The file lies in the folder for temporary files, which is deleted elsewhere.
    }
  }
}
