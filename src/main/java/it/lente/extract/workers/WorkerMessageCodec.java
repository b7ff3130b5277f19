package it.lente.extract.workers;

import it.lente.extract.judging.PictureCoverage;
import it.lente.extract.texts.TextCodec;
import it.lente.record.Reason;
import it.lente.record.TextUnit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Encodes requests and frames for the pipes between a parent and its worker. A request begins with
 * the kind of job; a frame is its kind, the number of bytes that follow, and these.
 */
public final class WorkerMessageCodec {

  /** The kind of job that reads a file. */
  private static final byte READ = 1;

  /** Content of a worker's first frame. Anything else on the pipe is not from a worker. */
  private static final int MARK = 0x4C656E74;

  private static final byte READY = 1;
  private static final byte OPENED = 2;
  private static final byte BEGUN = 3;
  private static final byte PAGE = 4;
  private static final byte DONE = 5;
  private static final byte NOT_NOW = 6;

  private WorkerMessageCodec() {}

  /** A frame and its size in bytes. */
  public record Received(WorkerMessage frame, int bytes) {}

  /** Thrown if a frame is longer than its receiver accepts. */
  public static final class TooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLongException(int bytes) {
      super("a frame of " + bytes + " bytes");
    }
  }

  public static void writeRequest(DataOutputStream out, ReadRequest request) throws IOException {
    out.writeByte(READ);
    TextCodec.writeString(out, request.file());
    out.writeInt(request.last().size());
    for (Map.Entry<Integer, Reason> page : request.last().entrySet()) {
      out.writeInt(page.getKey());
      TextCodec.writeReasons(out, List.of(page.getValue()));
    }
    TextCodec.writeString(out, request.languages().orElse(""));
    out.flush();
  }

  /** Reads the next request. Throws {@link EOFException} if there is none any more. */
  public static ReadRequest readRequest(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    if (kind != READ) {
      throw new IOException("there is no job of kind " + kind);
    }
    String file = TextCodec.readString(in);
    int count = in.readInt();
    Map<Integer, Reason> last = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      last.put(in.readInt(), TextCodec.readReasons(in).getFirst());
    }
    String languages = TextCodec.readString(in);
    return new ReadRequest(file, last, Optional.of(languages).filter(said -> !said.isEmpty()));
  }

  /** Writes a frame without flushing. */
  public static void write(DataOutputStream out, WorkerMessage frame) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte kind = writeContent(new DataOutputStream(bytes), frame);
    out.writeByte(kind);
    out.writeInt(bytes.size());
    bytes.writeTo(out);
  }

  /**
   * Reads the next frame.
   *
   * @param longest the most bytes that a frame may have
   * @throws TooLongException if it has more
   * @throws EOFException if there is no further frame, or an incomplete one
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

  private static byte writeContent(DataOutputStream out, WorkerMessage frame) throws IOException {
    return switch (frame) {
      case WorkerMessage.Ready ready -> {
        out.writeInt(MARK);
        yield READY;
      }
      case WorkerMessage.Opened opened -> {
        TextCodec.writeString(out, opened.mediaType());
        TextCodec.writeString(out, opened.unit().name());
        out.writeInt(opened.pages());
        yield OPENED;
      }
      case WorkerMessage.Begun begun -> {
        out.writeInt(begun.number());
        yield BEGUN;
      }
      case WorkerMessage.Page page -> {
        TextCodec.writePage(out, page.page());
        out.writeFloat(page.pictured().share());
        out.writeBoolean(page.pictured().transcribed());
        TextCodec.writeReasons(out, page.problem().stream().toList());
        yield PAGE;
      }
      case WorkerMessage.Done done -> {
        TextCodec.writeSummary(out, done.summary());
        TextCodec.writeInfo(out, done.info());
        yield DONE;
      }
      case WorkerMessage.NotNow notNow -> {
        TextCodec.writeReasons(out, List.of(notNow.reason()));
        yield NOT_NOW;
      }
    };
  }

  private static WorkerMessage readContent(byte kind, DataInputStream in) throws IOException {
    return switch (kind) {
      case READY -> ready(in.readInt());
      case OPENED ->
          new WorkerMessage.Opened(
              TextCodec.readString(in), TextUnit.valueOf(TextCodec.readString(in)), in.readInt());
      case BEGUN -> new WorkerMessage.Begun(in.readInt());
      case PAGE ->
          new WorkerMessage.Page(
              TextCodec.readPage(in),
              new PictureCoverage(in.readFloat(), in.readBoolean()),
              TextCodec.readReasons(in).stream().findFirst());
      case DONE -> new WorkerMessage.Done(TextCodec.readSummary(in), TextCodec.readInfo(in));
      case NOT_NOW -> new WorkerMessage.NotNow(TextCodec.readReasons(in).getFirst());
      default -> throw new IOException("there is no frame of kind " + kind);
    };
  }

  private static WorkerMessage ready(int mark) throws IOException {
    if (mark != MARK) {
      throw new IOException("the other end is no worker");
    }
    return new WorkerMessage.Ready();
  }
}
