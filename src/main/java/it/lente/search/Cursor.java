package it.lente.search;

import it.lente.engine.ListPosition;
import it.lente.engine.ResultWindow;
import it.lente.record.TextQuery.Match;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A position in a list as opaque text: the part that follows, the match mode, and the number of the
 * question, without the size of a page. A checksum detects damage.
 *
 * @param question a number that differs from question to question
 */
record Cursor(int question, Match match, ResultWindow window) {

  /** Changes with the meaning of the bytes. */
  private static final byte VERSION = 2;

  /**
   * Reads the result of {@link #text}.
   *
   * @return empty if the text is no cursor, or damaged
   */
  static Optional<Cursor> read(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() < Integer.BYTES || bytes.getInt() != checksum(bytes)) {
        return Optional.empty();
      }
      byte[] content = Arrays.copyOfRange(bytes.array(), Integer.BYTES, bytes.limit());
      return read(new DataInputStream(new ByteArrayInputStream(content)));
    } catch (IllegalArgumentException | IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Cursor> read(DataInputStream in) throws IOException {
    if (in.readByte() != VERSION) {
      return Optional.empty();
    }
    int question = in.readInt();
    Match match = Match.valueOf(in.readUTF());
    ResultWindow window =
        in.readBoolean()
            ? ResultWindow.after(
                new ListPosition(in.readDouble(), in.readLong(), in.readUTF(), in.readUTF()), 0)
            : new ResultWindow(in.readInt(), 0);
    return Optional.of(new Cursor(question, match, window));
  }

  String text() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    ByteBuffer content = ByteBuffer.wrap(bytes.toByteArray());
    ByteBuffer checked = ByteBuffer.allocate(Integer.BYTES + content.remaining());
    checked.putInt(checksum(content)).put(content);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(checked.array());
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeByte(VERSION);
    out.writeInt(question);
    out.writeUTF(match.name());
    out.writeBoolean(window.after().isPresent());
    if (window.after().isEmpty()) {
      out.writeInt(window.offset());
    } else {
      ListPosition place = window.after().get();
      out.writeDouble(place.first());
      out.writeLong(place.second());
      out.writeUTF(place.title());
      out.writeUTF(place.id());
    }
  }

  private static int checksum(ByteBuffer content) {
    CRC32 sum = new CRC32();
    sum.update(content.duplicate());
    return (int) sum.getValue();
  }

  /** Returns the number of a question from all its parameters in a fixed order. */
  static int numberOf(String asked) {
    return checksum(ByteBuffer.wrap(asked.getBytes(StandardCharsets.UTF_8)));
  }
}
