package it.lente.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file.
 *
 * @param first the first byte, from 0
 * @param last inclusive; less than the first for the whole of an empty file
 */
record ByteRange(long first, long last) {

  private static final Pattern SINGLE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  static ByteRange whole(long size) {
    return new ByteRange(0, size - 1);
  }

  /**
   * Parses the header {@code Range}. Several ranges or an unreadable one give an empty result, and
   * the whole file is then the correct response.
   *
   * @throws ProblemException if the range lies outside the file
   */
  static Optional<ByteRange> parse(String header, long size) {
    Matcher range = SINGLE.matcher(header.strip());
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return Optional.empty();
    }
    ByteRange asked =
        range.group(1).isEmpty()
            ? lastBytes(Long.parseLong(range.group(2)), size)
            : fromTo(range.group(1), range.group(2));
    if (asked.last < asked.first) {
      return Optional.empty();
    }
    if (asked.first >= size) {
      throw ProblemException.range("The file has %d bytes.".formatted(size));
    }
    return Optional.of(new ByteRange(asked.first, Math.min(asked.last, size - 1)));
  }

  private static ByteRange lastBytes(long length, long size) {
    return new ByteRange(length == 0 ? size : Math.max(0, size - length), size);
  }

  private static ByteRange fromTo(String first, String last) {
    return new ByteRange(
        Long.parseLong(first), last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last));
  }

  long length() {
    return last - first + 1;
  }

  InputStream open(Path file) {
    try {
      SeekableByteChannel channel = Files.newByteChannel(file);
      channel.position(first);
      return new Part(Channels.newInputStream(channel), length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A stream that ends after a number of bytes. */
  private static final class Part extends InputStream {

    private final InputStream file;
    private long left;

    Part(InputStream file, long length) {
      this.file = file;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = file.read(bytes, offset, (int) Math.min(length, left));
      left -= Math.max(0, count);
      return count;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
