package it.lente.extract.texts;

import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.DocumentInfo;
import it.lente.record.DocumentInfo.Bookmark;
import it.lente.record.DocumentInfo.Comment;
import it.lente.record.PageShape;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.record.TextPart;
import it.lente.record.TextRange;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import it.lente.record.WordBoxes;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Encodes texts as bytes, for the pipes between processes and for the store. */
public final class TextCodec {

  private TextCodec() {}

  /** Reads an element of a list. */
  private interface Read<T> {
    T from(DataInputStream in) throws IOException;
  }

  private interface Write<T> {
    void to(DataOutput out, T value) throws IOException;
  }

  public static void write(DataOutput out, AttachmentText text) throws IOException {
    writeSummary(out, text.summary());
    writeAll(out, text.pages(), TextCodec::writePage);
    writeInfo(out, text.info());
  }

  public static AttachmentText read(DataInputStream in) throws IOException {
    return new AttachmentText(readSummary(in), readAll(in, TextCodec::readPage), readInfo(in));
  }

  public static void writePage(DataOutput out, PageText page) throws IOException {
    out.writeInt(page.number());
    writeString(out, page.label());
    writeString(out, page.text());
    PageShape shape = page.shape();
    out.writeFloat(shape.width());
    out.writeFloat(shape.height());
    out.writeInt(shape.rotation());
    out.writeFloat(shape.left());
    out.writeFloat(shape.bottom());
    writeBytes(out, page.boxes().packed());
    writeAll(out, page.repeated(), TextCodec::writeRange);
    writeString(out, page.state().name());
  }

  public static PageText readPage(DataInputStream in) throws IOException {
    return new PageText(
        in.readInt(),
        readString(in),
        readString(in),
        new PageShape(in.readFloat(), in.readFloat(), in.readInt(), in.readFloat(), in.readFloat()),
        WordBoxes.unpacked(readBytes(in)),
        readAll(in, TextCodec::readRange),
        PageState.valueOf(readString(in)));
  }

  private static void writeRange(DataOutput out, TextRange range) throws IOException {
    out.writeInt(range.start());
    out.writeInt(range.end());
  }

  private static TextRange readRange(DataInputStream in) throws IOException {
    return new TextRange(in.readInt(), in.readInt());
  }

  public static void writeSummary(DataOutput out, TextSummary summary) throws IOException {
    writeString(out, summary.state().name());
    writeReasons(out, summary.reasons());
    writeString(out, summary.mediaType());
    writeString(out, summary.unit().name());
    out.writeInt(summary.pageCount());
    writeAll(out, summary.parts(), TextCodec::writePart);
    writeString(out, summary.language());
  }

  public static TextSummary readSummary(DataInputStream in) throws IOException {
    return new TextSummary(
        AttachmentState.valueOf(readString(in)),
        readReasons(in),
        readString(in),
        TextUnit.valueOf(readString(in)),
        in.readInt(),
        readAll(in, TextCodec::readPart),
        readString(in));
  }

  private static void writePart(DataOutput out, TextPart part) throws IOException {
    writeString(out, part.name());
    writeString(out, part.state().name());
    writeReasons(out, part.reasons());
    writeString(out, part.mediaType());
    writeString(out, part.unit().name());
    out.writeInt(part.first());
    out.writeInt(part.count());
  }

  private static TextPart readPart(DataInputStream in) throws IOException {
    return new TextPart(
        readString(in),
        AttachmentState.valueOf(readString(in)),
        readReasons(in),
        readString(in),
        TextUnit.valueOf(readString(in)),
        in.readInt(),
        in.readInt());
  }

  public static void writeReasons(DataOutput out, List<Reason> reasons) throws IOException {
    writeAll(out, reasons, TextCodec::writeReason);
  }

  public static List<Reason> readReasons(DataInputStream in) throws IOException {
    return readAll(in, TextCodec::readReason);
  }

  private static void writeReason(DataOutput out, Reason reason) throws IOException {
    writeString(out, reason.code().name());
    writeAll(
        out,
        reason.arguments(),
        (to, argument) -> {
          to.writeBoolean(argument instanceof Long);
          if (argument instanceof Long number) {
            to.writeLong(number);
          } else {
            writeString(to, argument.toString());
          }
        });
    writeReasons(out, reason.causes());
  }

  private static Reason readReason(DataInputStream in) throws IOException {
    return new Reason(
        ReasonCode.valueOf(readString(in)),
        readAll(in, from -> from.readBoolean() ? (Object) from.readLong() : readString(from)),
        readReasons(in));
  }

  public static void writeInfo(DataOutput out, DocumentInfo info) throws IOException {
    writeString(out, info.title());
    writeString(out, info.author());
    writeString(out, info.subject());
    writeString(out, info.keywords());
    writeAll(
        out,
        info.bookmarks(),
        (to, bookmark) -> {
          writeString(to, bookmark.title());
          to.writeInt(bookmark.page());
        });
    writeAll(
        out,
        info.comments(),
        (to, comment) -> {
          to.writeInt(comment.page());
          writeString(to, comment.author());
          writeString(to, comment.text());
        });
    out.writeBoolean(info.copyingForbidden());
  }

  public static DocumentInfo readInfo(DataInputStream in) throws IOException {
    return new DocumentInfo(
        readString(in),
        readString(in),
        readString(in),
        readString(in),
        readAll(in, from -> new Bookmark(readString(from), from.readInt())),
        readAll(in, from -> new Comment(from.readInt(), readString(from), readString(from))),
        in.readBoolean());
  }

  public static void writeString(DataOutput out, String text) throws IOException {
    writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  public static String readString(DataInputStream in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  private static void writeBytes(DataOutput out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    // A damaged length must not allocate memory for bytes that do not follow.
    byte[] bytes = length < 0 ? new byte[0] : in.readNBytes(length);
    if (bytes.length != length) {
      throw new EOFException("the bytes end too early");
    }
    return bytes;
  }

  private static <T> void writeAll(DataOutput out, List<T> values, Write<T> write)
      throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      write.to(out, value);
    }
  }

  private static <T> List<T> readAll(DataInputStream in, Read<T> read) throws IOException {
    int count = in.readInt();
    List<T> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(read.from(in));
    }
    return values;
  }
}
