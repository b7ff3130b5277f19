package it.lente.engine.hits;

import java.util.Arrays;
import java.util.List;

/**
 * The positions of texts in a field: groups of texts, {@link #GAP} positions apart. For
 * attachments, a group is an attachment and a text is a page; texts are counted through all groups,
 * from 0. A stretch is a range of positions. Each text is one stretch; the repeated texts of a
 * group follow as stretches of their own, also separated by the gap.
 */
public final class PositionLayout {

  /** Number of empty positions between attachments and between entries of a record. */
  public static final int GAP = 100;

  /**
   * A stretch of a group. The stretches of texts come first, in their order.
   *
   * @param text counted in the group, from 0
   * @param forms number of positions
   */
  public record Place(int text, int forms) {}

  private final List<List<Place>> groups;
  private final int[] firstText;
  private final int[] starts;
  private final int[] ends;
  private final int[] texts;
  private final int[] firstWords;

  public PositionLayout(List<List<Place>> groups) {
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
        position += i < count ? 0 : GAP;
        starts[stretch] = position;
        position += place.forms();
        ends[stretch] = position;
        texts[stretch] = firstText[group] + place.text();
        firstWords[stretch++] = words[place.text()];
        words[place.text()] += place.forms();
      }
      position += GAP;
    }
  }

  /** Returns the number of texts in a group. Repeated text follows the text it first occurs in. */
  public static int texts(List<Place> group) {
    int count = group.size();
    while (count > 0 && group.get(count - 1).text() != count - 1) {
      count--;
    }
    return count;
  }

  public List<List<Place>> groups() {
    return groups;
  }

  /** Returns the first text of a group; given the number of groups, the number of texts. */
  public int firstText(int group) {
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

  /** Returns the stretch that contains a position, the last of those that start at it. */
  int stretchAt(int position) {
    int at = Arrays.binarySearch(starts, position + 1);
    while (at > 0 && starts[at - 1] > position) {
      at--;
    }
    return (at < 0 ? -at - 1 : at) - 1;
  }
}
