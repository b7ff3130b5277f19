package it.lente.engine.lucene;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * Where texts lie in the positions of a field: groups of texts, {@link Schema#GAP} positions apart.
 * For the attachments a group is an attachment and a text is a page; texts are counted through all
 * groups, from 0.
 */
final class Layout {

  private final int[] firstText;
  private final int[] starts;
  private final int[] ends;

  private Layout(int[] firstText, int[] starts, int[] ends) {
    this.firstText = firstText;
    this.starts = starts;
    this.ends = ends;
  }

  /**
   * Lays out texts.
   *
   * @param counts the number of forms of each text, by group
   */
  static Layout of(List<List<Integer>> counts) {
    int[] firstText = new int[counts.size() + 1];
    for (int group = 0; group < counts.size(); group++) {
      firstText[group + 1] = firstText[group] + counts.get(group).size();
    }
    int[] starts = new int[firstText[counts.size()]];
    int[] ends = new int[starts.length];
    int position = 0;
    int text = 0;
    for (List<Integer> group : counts) {
      for (int count : group) {
        starts[text] = position;
        position += count;
        ends[text++] = position;
      }
      position += Schema.GAP;
    }
    return new Layout(firstText, starts, ends);
  }

  BytesRef encode() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      OutputStreamDataOutput out = new OutputStreamDataOutput(bytes);
      out.writeVInt(groups());
      for (int group = 0; group < groups(); group++) {
        out.writeVInt(firstText(group + 1) - firstText(group));
      }
      for (int text = 0; text < starts.length; text++) {
        out.writeVInt(ends[text] - starts[text]);
      }
      return new BytesRef(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("a layout could not be packed in memory", e);
    }
  }

  static Layout decode(BytesRef bytes) {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    int[] sizes = new int[in.readVInt()];
    for (int group = 0; group < sizes.length; group++) {
      sizes[group] = in.readVInt();
    }
    List<List<Integer>> counts = new ArrayList<>();
    for (int size : sizes) {
      List<Integer> group = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        group.add(in.readVInt());
      }
      counts.add(group);
    }
    return of(counts);
  }

  int groups() {
    return firstText.length - 1;
  }

  /** The first text of a group; of the number of groups: the number of texts. */
  int firstText(int group) {
    return firstText[group];
  }

  /** The position at which a text starts. */
  int start(int text) {
    return starts[text];
  }

  /** The position behind a text. */
  int end(int text) {
    return ends[text];
  }

  /** The text in which a position lies. */
  int textAt(int position) {
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
