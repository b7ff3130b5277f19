package it.lente.engine.lucene;

import it.lente.engine.hits.PositionLayout;
import it.lente.engine.hits.PositionLayout.Place;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;

/** The layout of a process's pages as one value of one document. */
final class LayoutValue {

  private LayoutValue() {}

  static BytesRef encode(PositionLayout layout) {
    List<List<Place>> groups = layout.groups();
    return PackedValue.of(out -> {
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

  static PositionLayout decode(BytesRef bytes) {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
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
}
