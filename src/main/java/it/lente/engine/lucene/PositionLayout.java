package it.lente.engine.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;

/**
 * The positions of texts in a field: groups of texts, {@link Schema#GAP} positions apart. For
 * attachments, a group is an attachment and a text is a page; texts are counted through all groups,
 * from 0. A stretch is a range of positions. Each text is one stretch; the repeated texts of a
 * group follow as stretches of their own, also separated by the gap.
 */
final class PositionLayout {

  /**
   * A stretch of a group. The stretches of texts come first, in their order.
   *
   * @param text counted in the group, from 0
   * @param forms number of positions
   */
  record Place(int text, int forms) {}

  private final List<List<Place>> groups;
  private final int[] firstText;
  private final int[] starts;
  private final int[] ends;
  private final int[] texts;
  private final int[] firstWords;

  private PositionLayout(List<List<Place>> groups) {
    int size = groups.stream().mapToInt(List::size).sum();
    this.groups = groups;
    firstText = new int[groups.size() + 1];
    starts = new int[size];
    ends = new int[size];
    texts = new int[size];
    firstWords = new int[size];
    int position = 0;
    int stretch = 0;
    for (int group = 0; group < groups.size(); group++) {
      int count = texts(groups.get(group));
      firstText[group + 1] = firstText[group] + count;
      int[] words = new int[count];
      for (int i = 0; i < groups.get(group).size(); i++) {
        Place place = groups.get(group).get(i);
        position += i < count ? 0 : Schema.GAP;
        starts[stretch] = position;
        position += place.forms();
        ends[stretch] = position;
        texts[stretch] = firstText[group] + place.text();
        firstWords[stretch++] = words[place.text()];
        words[place.text()] += place.forms();
      }
      position += Schema.GAP;
    }
  }

  static PositionLayout of(List<List<Place>> groups) {
    return new PositionLayout(groups);
  }

  /** Returns the number of texts in a group. Repeated text follows the text it first occurs in. */
  private static int texts(List<Place> group) {
    int count = group.size();
    while (count > 0 && group.get(count - 1).text() != count - 1) {
      count--;
    }
    return count;
  }

  BytesRef encode() {
    return PackedValue.of(out -> {
      out.writeVInt(groups.size());
      for (List<Place> group : groups) {
        int count = texts(group);
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
    return of(groups);
  }

  int groups() {
    return groups.size();
  }

  /** Returns the first text of a group; given the number of groups, the number of texts. */
  int firstText(int group) {
    return firstText[group];
  }

  /** Returns the position at which a stretch starts. */
  int start(int stretch) {
    return starts[stretch];
  }

  /** Returns the position after a stretch. */
  int end(int stretch) {
    return ends[stretch];
  }

  /** Returns the text that contains a stretch. */
  int text(int stretch) {
    return texts[stretch];
  }

  /** Returns the index of a stretch's first form in the word table of its text. */
  int firstWord(int stretch) {
    return firstWords[stretch];
  }

  /** Returns the stretch that contains a position. */
  int stretchAt(int position) {
    int low = 0;
    int high = starts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
