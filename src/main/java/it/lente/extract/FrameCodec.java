package it.lente.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;

/**
 * Requests and frames as bytes on the pipes between a parent and its worker. A request begins with
 * the kind of job; a frame is its kind, the number of bytes that follow, and these.
 */
public final class FrameCodec {

  /** The kind of job that reads a file. */
  private static final byte READ = 1;

  /** What a worker's first frame holds: anything else on the pipe is no worker's. */
  private static final int MARK = 0x4C656E74;

  /** The kind of a frame is its number here. */
  private static final List<Class<? extends Record>> KINDS =
      List.of(
          Frame.Ready.class,
          Frame.Opened.class,
          Frame.Begun.class,
          Frame.Page.class,
          Frame.Done.class,
          Frame.NotNow.class);

  private FrameCodec() {}

  /** A frame and how many bytes it took. */
  public record Received(Frame frame, int bytes) {}

  /** A frame is longer than its receiver takes. */
  public static final class TooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLongException(int bytes) {
      super("a frame of " + bytes + " bytes");
    }
  }

  public static void writeRequest(DataOutputStream out, ReadRequest request) throws IOException {
    out.writeByte(READ);
    RecordCodec.write(out, request);
    out.flush();
  }

  /**
   * The next request.
   *
   * @throws EOFException if there is none any more
   */
  public static ReadRequest readRequest(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    if (kind != READ) {
      throw new IOException("there is no job of kind " + kind);
    }
    return RecordCodec.read(in, ReadRequest.class);
  }

  /** Does not flush. */
  public static void write(DataOutputStream out, Frame frame) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream content = new DataOutputStream(bytes);
    if (frame instanceof Frame.Ready) {
      content.writeInt(MARK);
    }
    RecordCodec.write(content, (Record) frame);
    out.writeByte(KINDS.indexOf(frame.getClass()));
    out.writeInt(bytes.size());
    bytes.writeTo(out);
  }

  /**
   * The next frame.
   *
   * @param longest the most bytes that a frame may have
   * @throws TooLongException if it has more
   * @throws EOFException if there is no frame any more, or not a whole one
   */
  public static Received read(DataInputStream in, int longest) throws IOException {
    byte kind = in.readByte();
    int length = in.readInt();
    if (length < 0 || length > longest) {
      throw new TooLongException(length);
    }
    byte[] content = in.readNBytes(length);
    if (content.length < length) {
      throw new EOFException("half a frame");
    }
    return new Received(
        readContent(kind, new DataInputStream(new ByteArrayInputStream(content))), length);
  }

  private static Frame readContent(int kind, DataInputStream in) throws IOException {
    if (kind < 0 || kind >= KINDS.size()) {
      throw new IOException("there is no frame of kind " + kind);
    }
    if (KINDS.get(kind) == Frame.Ready.class && in.readInt() != MARK) {
      throw new IOException("the other end is no worker");
    }
    return (Frame) RecordCodec.read(in, KINDS.get(kind));
  }
}
