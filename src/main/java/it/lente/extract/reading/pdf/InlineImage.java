package it.lente.extract.reading.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Finds the end of an image within contents. The image's bytes may contain the operator EI by
 * chance: without a filter their number is known, otherwise contents must continue after the
 * operator.
 */
final class InlineImage {

  private static final Set<String> OPERATORS =
      Set.of(
          "b", "B", "b*", "B*", "BDC", "BI", "BMC", "BT", "BX", "c", "cm", "cs", "CS", "d", "d0",
          "d1", "Do", "DP", "EMC", "ET", "EX", "f", "F", "f*", "g", "G", "gs", "h", "i", "j", "J",
          "k", "K", "l", "m", "M", "MP", "n", "q", "Q", "re", "rg", "RG", "ri", "s", "S", "sc",
          "SC", "scn", "SCN", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ", "TL", "Tm", "Tr",
          "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y", "'", "\"");

  /** Number of bytes after an image that are searched for an operator. */
  private static final int WINDOW = 1_000;

  private InlineImage() {}

  /**
   * Returns the position after an image's end mark.
   *
   * @param dictionary the scanner at the operator ID: its operands describe the image
   * @param from the position after ID
   */
  static int end(ContentScanner dictionary, byte[] contents, int from) {
    long length = length(dictionary);
    if (length >= 0 && from + 1 + length < contents.length) {
      int place = (int) (from + 1 + length);
      while (place < contents.length && ContentScanner.isBlank(contents[place])) {
        place++;
      }
      if (isMark(contents, place)) {
        return place + 2;
      }
    }
    for (int place = from; place + 1 < contents.length; place++) {
      if (isMark(contents, place) && goesOn(contents, place + 2)) {
        return place + 2;
      }
    }
    return contents.length;
  }

  private static boolean isMark(byte[] contents, int place) {
    return place + 1 < contents.length
        && contents[place] == 'E'
        && contents[place + 1] == 'I'
        && (place + 2 == contents.length || ContentScanner.isBlank(contents[place + 2]));
  }

  /** Returns the number of bytes of an image without a filter; -1 if unknown. */
  private static long length(ContentScanner image) {
    if (image.after("F") >= 0 || image.after("Filter") >= 0) {
      return -1;
    }
    int space = Math.max(image.after("CS"), image.after("ColorSpace"));
    int parts =
        switch (space < 0 ? "G" : image.name(space)) {
          case "G", "DeviceGray", "I", "Indexed" -> 1;
          case "RGB", "DeviceRGB" -> 3;
          case "CMYK", "DeviceCMYK" -> 4;
          default -> -1;
        };
    long bits = number(image, "W", "Width") * parts * number(image, "BPC", "BitsPerComponent");
    return parts < 0 ? -1 : (bits + 7) / 8 * number(image, "H", "Height");
  }

  private static long number(ContentScanner image, String name, String longName) {
    int operand = Math.max(image.after(name), image.after(longName));
    return operand >= 0 && image.isNumber(operand)
        ? Math.clamp((long) image.number(operand), 0, 1 << 20)
        : 0;
  }

  private static boolean goesOn(byte[] contents, int from) {
    int end = Math.min(contents.length, from + WINDOW);
    for (int place = from; place < Math.min(end, from + 10); place++) {
      int value = contents[place] & 0xFF;
      if (value >= 0x7F || (value < ' ' && !ContentScanner.isBlank(contents[place]))) {
        return false;
      }
    }
    byte[] after = Arrays.copyOfRange(contents, from, end);
    int operator = new ContentScanner(after).next();
    return operator < 0
        ? new String(after, StandardCharsets.ISO_8859_1).isBlank()
        : OPERATORS.stream().anyMatch(known -> ContentScanner.code(known) == operator);
  }
}
