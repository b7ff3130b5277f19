package it.lente.engine.lucene;

import it.lente.record.PageShape;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.TextRange;
import it.lente.record.WordBoxes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/** Some texts with word tables, without boxes, as one value of one document, read text by text. */
final class TextBlock {

  /** A text to be encoded, or decoded. */
  record Entry(PageText page, WordTable words) {

    /**
     * Returns the ranges of text that some words cover, in order; running lines split a range.
     *
     * @param first index of the first word in the table
     * @param end exclusive
     */
    List<TextRange> pieces(int first, int end) {
      List<TextRange> pieces = new ArrayList<>();
      int start = words.start(first);
      for (int word = first + 1; word < end; word++) {
        if (isSplit(words.end(word - 1), words.start(word))) {
          pieces.add(new TextRange(start, words.end(word - 1)));
          start = words.start(word);
        }
      }
      pieces.add(new TextRange(start, words.end(end - 1)));
      return pieces;
    }

    private boolean isSplit(int end, int start) {
      for (TextRange line : page.repeated()) {
        if (line.start() >= end && line.end() <= start) {
          return true;
        }
      }
      return false;
    }
  }

  private static final List<PageState> STATES = List.of(PageState.values());

  private final BytesRef bytes;
  private final int headersEnd;
  private final int[] starts;

  private TextBlock(BytesRef bytes, int headersEnd, int[] starts) {
    this.bytes = bytes;
    this.headersEnd = headersEnd;
    this.starts = starts;
  }

  static BytesRef encode(List<Entry> entries) {
    return PackedValue.of(out -> {
      List<byte[]> bodies = new ArrayList<>();
      out.writeVInt(entries.size());
      for (Entry entry : entries) {
        byte[] body = body(entry);
        bodies.add(body);
        out.writeVInt(body.length);
      }
      for (byte[] body : bodies) {
        out.writeBytes(body, body.length);
      }
    });
  }

  private static byte[] body(Entry entry) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    PageText page = entry.page();
    out.writeVInt(page.number());
    out.writeString(page.label());
    PageHeads.write(out, page.shape());
    out.writeByte((byte) STATES.indexOf(page.state()));
    out.writeVInt(page.repeated().size());
    for (TextRange range : page.repeated()) {
      out.writeVInt(range.start());
      out.writeVInt(range.end() - range.start());
    }
    byte[] text = page.text().getBytes(StandardCharsets.UTF_8);
    out.writeVInt(text.length);
    out.writeBytes(text, text.length);
    entry.words().writeTo(out);
    return out.toArrayCopy();
  }

  static TextBlock decode(BytesRef bytes) {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    int[] starts = new int[in.readVInt() + 1];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + in.readVInt();
    }
    return new TextBlock(bytes, in.getPosition(), starts);
  }

  int size() {
    return starts.length - 1;
  }

  Entry entry(int i) {
    ByteArrayDataInput in =
        new ByteArrayDataInput(
            bytes.bytes, headersEnd + starts[i], bytes.offset + bytes.length - headersEnd);
    try {
      int number = in.readVInt();
      String label = in.readString();
      PageShape shape = PageHeads.shape(in);
      PageState state = STATES.get(in.readByte());
      TextRange[] repeated = new TextRange[in.readVInt()];
      for (int range = 0; range < repeated.length; range++) {
        int start = in.readVInt();
        repeated[range] = new TextRange(start, start + in.readVInt());
      }
      int length = in.readVInt();
      String text = new String(bytes.bytes, in.getPosition(), length, StandardCharsets.UTF_8);
      in.skipBytes(length);
      PageText page =
          new PageText(number, label, text, shape, WordBoxes.NONE, List.of(repeated), state);
      return new Entry(page, WordTable.readFrom(in));
    } catch (IOException e) {
      throw new UncheckedIOException("texts could not be unpacked in memory", e);
    }
  }
}
