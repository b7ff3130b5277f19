package it.lente.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The boxes of a page's words in the order of its text, packed, because a page has hundreds and a
 * collection millions of pages. Lengths are rounded to a tenth of a point.
 */
public final class WordBoxes {

  /** The boxes of a page without words, or of a part of a file that is no page. */
  public static final WordBoxes NONE = new WordBoxes(new byte[0]);

  private static final float TENTHS = 10;

  /** Maximum distance between words of a line, in multiples of their height. */
  private static final float NEAR = 3;

  private final byte[] packed;

  private WordBoxes(byte[] packed) {
    this.packed = packed;
  }

  /** Packs boxes that are in the order of the text. */
  public static WordBoxes of(List<WordBox> boxes) {
    Packer packer = new Packer();
    for (WordBox box : boxes) {
      packer.add(
          box.start(),
          box.end(),
          box.left(),
          box.top(),
          box.width(),
          box.height(),
          box.confidence());
    }
    return packer.boxes();
  }

  /** Returns the boxes that {@link #packed()} packed. */
  public static WordBoxes unpacked(byte[] packed) {
    return packed.length == 0 ? NONE : new WordBoxes(packed.clone());
  }

  public byte[] packed() {
    return packed.clone();
  }

  public boolean isEmpty() {
    return packed.length == 0;
  }

  public List<WordBox> all() {
    List<WordBox> boxes = new ArrayList<>();
    Reader reader = new Reader(packed);
    while (reader.next()) {
      boxes.add(reader.box());
    }
    return boxes;
  }

  /** Returns the boxes of the words that a range of the text touches; offsets in UTF-16 units. */
  public List<WordBox> within(int start, int end) {
    return all().stream().filter(box -> box.start() < end && box.end() > start).toList();
  }

  /**
   * Returns one box for each line of a range of the text, and for each part of a word that is
   * broken at the end of a line. A box that the range covers in part is cut in proportion to the
   * characters.
   *
   * @param start offset in the page's text, UTF-16 units
   * @param end exclusive
   */
  public List<Box> around(int start, int end) {
    List<Box> lines = new ArrayList<>();
    for (WordBox word : within(start, end)) {
      Box part = part(word, Math.max(start, word.start()), Math.min(end, word.end()));
      if (!lines.isEmpty() && continues(lines.getLast(), part)) {
        lines.add(union(lines.removeLast(), part));
      } else {
        lines.add(part);
      }
    }
    return List.copyOf(lines);
  }

  /** Cuts a box, except that of a vertical word, whose direction is not known. */
  private static Box part(WordBox word, int start, int end) {
    float length = word.end() - word.start();
    boolean lies = word.width() >= word.height() || length == 1;
    float before = lies ? (start - word.start()) / length : 0;
    float share = lies ? (end - start) / length : 1;
    return new Box(
        word.left() + before * word.width(), word.top(), share * word.width(), word.height());
  }

  /** Returns whether a box is close to the right of another, on the same line. */
  private static boolean continues(Box line, Box next) {
    float shared =
        Math.min(line.top() + line.height(), next.top() + next.height())
            - Math.max(line.top(), next.top());
    float gap = next.left() - line.left() - line.width();
    float height = Math.min(line.height(), next.height());
    return shared > height / 2 && gap < NEAR * height && next.left() >= line.left();
  }

  private static Box union(Box one, Box other) {
    float left = Math.min(one.left(), other.left());
    float top = Math.min(one.top(), other.top());
    float right = Math.max(one.left() + one.width(), other.left() + other.width());
    float foot = Math.max(one.top() + one.height(), other.top() + other.height());
    return new Box(left, top, right - left, foot - top);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WordBoxes boxes && Arrays.equals(packed, boxes.packed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }

  @Override
  public String toString() {
    return all().toString();
  }

  /** Packs boxes one by one, in the order of the text. */
  public static final class Packer {

    private byte[] bytes = new byte[1024];
    private int size;
    private int start;
    private int left;
    private int top;

    /** Adds the box of a word that was read from the file itself. */
    public void add(int from, int to, float x, float y, float width, float height) {
      add(from, to, x, y, width, height, WordBox.CERTAIN);
    }

    /** Adds a box with the units of {@link WordBox}. */
    public void add(int from, int to, float x, float y, float width, float height, int confidence) {
      int nowLeft = Math.round(x * TENTHS);
      int nowTop = Math.round(y * TENTHS);
      write(from - start);
      // Most words are certain. Only for the others the length's last bit announces a confidence.
      boolean certain = confidence == WordBox.CERTAIN;
      write(2 * (to - from) + (certain ? 0 : 1));
      if (!certain) {
        write(confidence);
      }
      write(nowLeft - left);
      write(nowTop - top);
      write(Math.round(width * TENTHS));
      write(Math.round(height * TENTHS));
      start = from;
      left = nowLeft;
      top = nowTop;
    }

    public WordBoxes boxes() {
      return size == 0 ? NONE : new WordBoxes(Arrays.copyOf(bytes, size));
    }

    /** Writes seven bits a byte, the lowest first; the sign becomes the last bit. */
    private void write(int number) {
      if (bytes.length - size < 5) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
      }
      int rest = (number << 1) ^ (number >> 31);
      while ((rest & ~0x7F) != 0) {
        bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
        rest >>>= 7;
      }
      bytes[size++] = (byte) rest;
    }
  }

  private static final class Reader {

    private final byte[] bytes;
    private int at;
    private WordBox box = new WordBox(0, 0, 0, 0, 0, 0);
    private int left;
    private int top;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    boolean next() {
      if (at >= bytes.length) {
        return false;
      }
      int start = box.start() + number();
      int length = number();
      int end = start + length / 2;
      int confidence = length % 2 == 0 ? WordBox.CERTAIN : number();
      left += number();
      top += number();
      box =
          new WordBox(
              start,
              end,
              left / TENTHS,
              top / TENTHS,
              number() / TENTHS,
              number() / TENTHS,
              confidence);
      return true;
    }

    WordBox box() {
      return box;
    }

    private int number() {
      int value = 0;
      int shift = 0;
      byte part;
      do {
        part = bytes[at++];
        value |= (part & 0x7F) << shift;
        shift += 7;
      } while (part < 0);
      return (value >>> 1) ^ -(value & 1);
    }
  }
}
