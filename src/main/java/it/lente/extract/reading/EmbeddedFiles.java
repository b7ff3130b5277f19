package it.lente.extract.reading;

import it.lente.extract.NotReadNowException;
import it.lente.extract.PlainReason;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageText;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
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

/** The files inside a file, each unpacked and read at once, by an attempt of its own. */
final class EmbeddedFiles {

  /**
   * A file inside a file.
   *
   * @param name its path there, parted by slashes
   */
  record Member(String name, AttachmentText text) {}

  private static final String UNKNOWN_TYPE = "application/octet-stream";
  private static final int CHUNK = 1 << 16;

  private final FileParse within;
  private final long packed;
  private final List<Member> all = new ArrayList<>();
  private final List<Reason> losses = new ArrayList<>();
  private Optional<AttachmentText> unwrapped = Optional.empty();
  private final Set<Integer> skipped = new HashSet<>();
  private boolean full;

  /**
   * @param packed the bytes of the file that holds them
   */
  EmbeddedFiles(FileParse within, long packed) {
    this.within = within;
    this.packed = packed;
  }

  /** Unpacks and reads the next one. Never throws for its sake. */
  void add(String name, InputStream bytes) {
    if (!hasRoom()) {
      return;
    }
    PdfPages around = within.pdf();
    int first = units() + 1;
    if (around.isFatal(first) && skipped.add(first)) {
      all.add(new Member(named(name), unread(AttachmentState.FAILED, ReasonCode.DIED.with())));
      return;
    }
    if (all.isEmpty() && around.pages().isEmpty()) {
      around.open(within.mediaType());
    }
    around.begin(first);
    Member member = new Member(named(name), read(name, bytes, around.inside(first)));
    all.add(member);
    int unit = first;
    for (PageText page : member.text().pages()) {
      around.follow(EmbeddedPageNames.within(member, page, unit++));
    }
  }

  /** How many units the file has so far, its own before those of the files inside. */
  private int units() {
    int own =
        within.pdf().pages().size()
            + (within.sections().isBlank() ? 0 : within.sections().parts().size());
    return own + all.stream().mapToInt(member -> member.text().pages().size()).sum();
  }

  /** Takes note of one that cannot be unpacked. */
  void addUnread(String name, AttachmentState state, Reason reason) {
    if (hasRoom()) {
      all.add(new Member(named(name), unread(state, reason)));
    }
  }

  /** The file is but a wrapping: what is in it stands for the whole. */
  void unwrap(String name, InputStream bytes) {
    // Who follows the pages of the file follows those of what it wraps.
    unwrapped = Optional.of(read(name, bytes, within.pdf()));
  }

  /** Whether one more is taken; once none is, the rest need not be unpacked. */
  boolean isFull() {
    return full;
  }

  List<Member> all() {
    return List.copyOf(all);
  }

  List<Reason> losses() {
    return List.copyOf(losses);
  }

  Optional<AttachmentText> unwrapped() {
    return unwrapped;
  }

  private boolean hasRoom() {
    if (!full && !within.allowance().takesAnother()) {
      full = true;
      losses.add(within.allowance().tooMany());
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
      within.allowance().requireDepth(within.depth() + 1);
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

  /** What comes out before the packed bytes turn out to be damaged is worth reading. */
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
        within.allowance().take(read, unpacked, packed);
        out.write(chunk, 0, read);
      }
    }
  }

  private static AttachmentText unread(AttachmentState state, Reason reason) {
    return AttachmentText.unread(state, reason, UNKNOWN_TYPE);
  }

  private static AttachmentText damaged(AttachmentText text, Reason why) {
    boolean read = text.pages().stream().anyMatch(page -> !page.text().isBlank());
    return ArchiveText.with(text, read ? AttachmentState.PARTIAL : AttachmentState.FAILED, why);
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // It lies in the folder for temporary files: somebody else tidies there.
    }
  }
}
