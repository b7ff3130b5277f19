package it.lente.engine.stored;

import it.lente.engine.hits.PageHead;
import it.lente.engine.hits.PositionLayout;
import it.lente.engine.hits.PositionLayout.Place;
import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.record.WordBoxes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOConsumer;

/**
 * What is stored of pages apart from their texts, so that a list of a thousand pages reads none of
 * them: the positions of all pages of a process, their labels and shapes, and word boxes.
 */
public final class PageValues {

  private PageValues() {}

  /** Returns what is written as the binary value of a document. */
  public static BytesRef packed(IOConsumer<ByteBuffersDataOutput> value) {
    try {
      ByteBuffersDataOutput out = new ByteBuffersDataOutput();
      value.accept(out);
      return new BytesRef(out.toArrayCopy());
    } catch (IOException e) {
      throw new UncheckedIOException("a value could not be packed in memory", e);
    }
  }

  public static ByteArrayDataInput in(BytesRef bytes) {
    return new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
  }

  public static BytesRef layout(PositionLayout layout) {
    List<List<Place>> groups = layout.groups();
    return packed(out -> {
      out.writeVInt(groups.size());
      for (List<Place> group : groups) {
        int count = PositionLayout.texts(group);
        out.writeVInt(count);
        out.writeVInt(group.size() - count);
        for (int i = 0; i < group.size(); i++) {
          out.writeVInt(group.get(i).forms());
          if (i >= count) {
            out.writeVInt(group.get(i).text());
          }
        }
      }
    });
  }

  public static PositionLayout layout(BytesRef bytes) {
    ByteArrayDataInput in = in(bytes);
    int size = in.readVInt();
    List<List<Place>> groups = new ArrayList<>(size);
    for (int group = 0; group < size; group++) {
      int count = in.readVInt();
      int all = count + in.readVInt();
      List<Place> places = new ArrayList<>(all);
      for (int i = 0; i < all; i++) {
        int forms = in.readVInt();
        places.add(new Place(i < count ? i : in.readVInt(), forms));
      }
      groups.add(places);
    }
    return new PositionLayout(groups);
  }

  /** Most pages take two bytes, without a label and shaped like the page before. */
  public static BytesRef heads(List<PageText> pages) {
    return packed(out -> {
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

  static List<PageHead> heads(BytesRef bytes) {
    ByteArrayDataInput in = in(bytes);
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

  public static BytesRef boxes(List<PageText> pages) {
    return packed(out -> {
      for (PageText page : pages) {
        byte[] boxes = page.boxes().packed();
        out.writeVInt(boxes.length);
        out.writeBytes(boxes, boxes.length);
      }
    });
  }

  /** Returns the boxes of one page, counted in the block from 0. */
  static WordBoxes boxes(BytesRef block, int page) {
    ByteArrayDataInput in = in(block);
    for (int i = 0; i < page; i++) {
      in.skipBytes(in.readVInt());
    }
    int length = in.readVInt();
    int start = in.getPosition();
    return WordBoxes.unpacked(Arrays.copyOfRange(block.bytes, start, start + length));
  }
}
