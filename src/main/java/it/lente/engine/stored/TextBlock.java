package it.lente.engine.stored;

import it.lente.engine.hits.IndexedText;
import it.lente.engine.hits.WordTable;
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
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/** Some texts with word tables, without boxes, as one value of one document, read text by text. */
public final class TextBlock {

  private static final List<PageState> STATES = List.of(PageState.values());

  private final BytesRef bytes;
  private final int headersEnd;
  private final int[] starts;

  private TextBlock(BytesRef bytes, int headersEnd, int[] starts) {
    this.bytes = bytes;
    this.headersEnd = headersEnd;
    this.starts = starts;
  }

  public static BytesRef encode(List<IndexedText> texts) {
    return PageValues.packed(out -> {
      List<byte[]> bodies = new ArrayList<>();
      out.writeVInt(texts.size());
      for (IndexedText text : texts) {
        byte[] body = body(text);
        bodies.add(body);
        out.writeVInt(body.length);
      }
      for (byte[] body : bodies) {
        out.writeBytes(body, body.length);
      }
    });
  }

  private static byte[] body(IndexedText indexed) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    PageText page = indexed.page();
    out.writeVInt(page.number());
    out.writeString(page.label());
    PageValues.write(out, page.shape());
    out.writeByte((byte) STATES.indexOf(page.state()));
    out.writeVInt(page.repeated().size());
    for (TextRange range : page.repeated()) {
      out.writeVInt(range.start());
      out.writeVInt(range.end() - range.start());
    }
    byte[] text = page.text().getBytes(StandardCharsets.UTF_8);
    out.writeVInt(text.length);
    out.writeBytes(text, text.length);
    write(out, indexed.words());
    return out.toArrayCopy();
  }

  static TextBlock decode(BytesRef bytes) {
    ByteArrayDataInput in = PageValues.in(bytes);
    int[] starts = new int[in.readVInt() + 1];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + in.readVInt();
    }
    return new TextBlock(bytes, in.getPosition(), starts);
  }

  int size() {
    return starts.length - 1;
  }

  IndexedText text(int i) {
    ByteArrayDataInput in =
        new ByteArrayDataInput(
            bytes.bytes, headersEnd + starts[i], bytes.offset + bytes.length - headersEnd);
    try {
      int number = in.readVInt();
      String label = in.readString();
      PageShape shape = PageValues.shape(in);
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
      return new IndexedText(page, words(in));
    } catch (IOException e) {
      throw new UncheckedIOException("texts could not be unpacked in memory", e);
    }
  }

  /** Writes gaps and lengths, most of which take one byte each. */
  private static void write(DataOutput out, WordTable words) throws IOException {
    out.writeVInt(words.size());
    int last = 0;
    for (int i = 0; i < words.size(); i++) {
      out.writeVInt(words.start(i) - last);
      out.writeVInt(words.end(i) - words.start(i));
      last = words.end(i);
    }
  }

  private static WordTable words(DataInput in) throws IOException {
    int size = in.readVInt();
    WordTable words = new WordTable(size);
    int last = 0;
    for (int i = 0; i < size; i++) {
      int start = last + in.readVInt();
      last = start + in.readVInt();
      words.add(start, last);
    }
    return words;
  }
}
