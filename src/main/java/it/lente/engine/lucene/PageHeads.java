package it.lente.engine.lucene;

import it.lente.engine.hits.PageHead;
import it.lente.record.PageShape;
import it.lente.record.PageText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * The labels and shapes of all pages of a process as one value: a list of a thousand pages reads
 * none of their texts. Most pages take two bytes, without a label and shaped like the page before.
 */
final class PageHeads {

  private PageHeads() {}

  static BytesRef encode(List<PageText> pages) {
    return PackedValue.of(out -> {
      out.writeVInt(pages.size());
      PageShape last = PageShape.NONE;
      for (PageText page : pages) {
        out.writeString(page.label());
        out.writeByte((byte) (page.shape().equals(last) ? 0 : 1));
        if (!page.shape().equals(last)) {
          write(out, page.shape());
          last = page.shape();
        }
      }
    });
  }

  static List<PageHead> decode(BytesRef bytes) {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    try {
      int size = in.readVInt();
      List<PageHead> heads = new ArrayList<>(size);
      PageShape last = PageShape.NONE;
      for (int i = 0; i < size; i++) {
        String label = in.readString();
        last = in.readByte() == 0 ? last : shape(in);
        heads.add(new PageHead(label, last));
      }
      return heads;
    } catch (IOException e) {
      throw new UncheckedIOException("page labels could not be unpacked in memory", e);
    }
  }

  static void write(DataOutput out, PageShape shape) throws IOException {
    out.writeInt(Float.floatToIntBits(shape.width()));
    out.writeInt(Float.floatToIntBits(shape.height()));
    out.writeVInt(shape.rotation());
    out.writeInt(Float.floatToIntBits(shape.left()));
    out.writeInt(Float.floatToIntBits(shape.bottom()));
  }

  static PageShape shape(ByteArrayDataInput in) {
    return new PageShape(number(in), number(in), in.readVInt(), number(in), number(in));
  }

  private static float number(ByteArrayDataInput in) {
    return Float.intBitsToFloat(in.readInt());
  }
}
