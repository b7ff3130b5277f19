package it.lente.engine.lucene;

import it.lente.record.PageText;
import it.lente.record.WordBoxes;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;

/** The word boxes of some pages as one value of one document, apart from their texts. */
final class BoxBlock {

  private BoxBlock() {}

  static BytesRef encode(List<PageText> pages) {
    return PackedValue.of(out -> {
      for (PageText page : pages) {
        byte[] boxes = page.boxes().packed();
        out.writeVInt(boxes.length);
        out.writeBytes(boxes, boxes.length);
      }
    });
  }

  /** Returns the boxes of one page, counted in the block from 0. */
  static WordBoxes read(BytesRef block, int page) {
    ByteArrayDataInput in = new ByteArrayDataInput(block.bytes, block.offset, block.length);
    for (int i = 0; i < page; i++) {
      in.skipBytes(in.readVInt());
    }
    int length = in.readVInt();
    int start = in.getPosition();
    return WordBoxes.unpacked(Arrays.copyOfRange(block.bytes, start, start + length));
  }
}
