package it.lente.extract.reading.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads unpacked contents operator by operator, in place, because most operators draw lines and set
 * colours, which are not needed. Damage is skipped, as viewers do.
 */
final class ContentScanner {

  /** Beyond this number only the last operands are kept: only arrays have more. */
  private static final int OPERANDS = 64;

  private static final double LARGEST_UNIT = 1e15;
  private static final byte NUMBER = 0;
  private static final byte NAME = 1;
  private static final byte STRING = 2;
  private static final byte REGULAR = 0;
  private static final byte BLANK = 1;
  private static final byte DELIMITER = 2;
  private static final byte[] KIND = kinds();

  private final byte[] bytes;
  private int at;
  private int arrays;
  private int count;
  private byte[] kinds = new byte[OPERANDS];
  private float[] numbers = new float[OPERANDS];
  private int[] from = new int[OPERANDS];
  private int[] to = new int[OPERANDS];
  private byte[] strings = new byte[1024];
  private int stringsEnd;

  ContentScanner(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns the code of an operator, as {@link #next} returns it. */
  static int code(String operator) {
    int code = 0;
    for (int place = 0; place < operator.length(); place++) {
      code = code << 8 | operator.charAt(place);
    }
    return code;
  }

  /**
   * Moves to the next operator, whose operands are then available.
   *
   * @return its characters, the last in the lowest byte; 0 if it is no operator of PDF; -1 at the
   *     end
   */
  int next() {
    count = 0;
    stringsEnd = 0;
    arrays = 0;
    while (at < bytes.length) {
      int first = bytes[at] & 0xFF;
      if (KIND[first] == BLANK) {
        at++;
      } else if ((first >= '0' && first <= '9') || first == '-' || first == '.' || first == '+') {
        number();
      } else if (KIND[first] == REGULAR) {
        return operator();
      } else {
        delimited(first);
      }
    }
    return -1;
  }

  int operands() {
    return count;
  }

  boolean isString(int operand) {
    return kinds[operand] == STRING;
  }

  boolean isNumber(int operand) {
    return kinds[operand] == NUMBER;
  }

  /** Returns a number, counted from the last operand (1) backwards, or 0 if there is none. */
  float fromLast(int place) {
    int operand = count - place;
    return operand >= 0 && kinds[operand] == NUMBER ? numbers[operand] : 0;
  }

  float number(int operand) {
    return numbers[operand];
  }

  /** Returns the index of the operand after a name, or -1 if the name does not occur. */
  int after(String name) {
    for (int operand = 0; operand + 1 < count; operand++) {
      if (kinds[operand] == NAME
          && to[operand] - from[operand] >= name.length()
          && unescaped(from[operand], to[operand]).equals(name)) {
        return operand + 1;
      }
    }
    return -1;
  }

  /** Returns the name that an operand is, or the empty string if it is none. */
  String name(int operand) {
    return kinds[operand] == NAME ? unescaped(from[operand], to[operand]) : "";
  }

  /** Returns the bytes that contain the strings. */
  byte[] strings() {
    return strings;
  }

  int from(int operand) {
    return from[operand];
  }

  int to(int operand) {
    return to[operand];
  }

  /** Returns the last name among the operands, or the empty string if there is none. */
  String name() {
    for (int operand = count - 1; operand >= 0; operand--) {
      if (kinds[operand] == NAME) {
        return name(operand);
      }
    }
    return "";
  }

  static boolean isBlank(byte letter) {
    return KIND[letter & 0xFF] == BLANK;
  }

  /** Skips the bytes of an image in the contents, which follow its operator ID. */
  void skipImage() {
    at = InlineImage.end(this, bytes, at);
  }

  private int operator() {
    int code = 0;
    int start = at;
    while (at < bytes.length && KIND[bytes[at] & 0xFF] == REGULAR) {
      int letter = bytes[at] & 0xFF;
      if (letter >= '0' && letter <= '9' && !(at == start + 1 && bytes[start] == 'd')) {
        break;
      }
      code = code << 8 | letter;
      at++;
    }
    return at - start <= 3 ? code : 0;
  }

  private void number() {
    boolean negative = false;
    while (at < bytes.length && (bytes[at] == '-' || bytes[at] == '+')) {
      negative |= bytes[at] == '-';
      at++;
    }
    double value = 0;
    double unit = 0;
    for (; at < bytes.length; at++) {
      int digit = bytes[at];
      if (digit >= '0' && digit <= '9') {
        // A float cannot represent further digits.
        if (unit < LARGEST_UNIT) {
          value = value * 10 + digit - '0';
          unit *= 10;
        }
      } else if (digit == '.' && unit == 0) {
        unit = 1;
      } else if (digit != '-') {
        break;
      } else {
        // Some producers write «0.00-35»: the sign and the digits after it mean nothing.
        skipDigits();
        break;
      }
    }
    double number = unit > 1 ? value / unit : value;
    add(NUMBER, 0, 0);
    numbers[count - 1] = (float) (negative ? -number : number);
  }

  private void skipDigits() {
    while (at < bytes.length && (bytes[at] == '-' || (bytes[at] >= '0' && bytes[at] <= '9'))) {
      at++;
    }
  }

  private void delimited(int first) {
    switch (first) {
      case '(' -> literal();
      case '<' -> {
        at++;
        if (at < bytes.length && bytes[at] == '<') {
          at++;
        } else {
          hexadecimal();
        }
      }
      case '/' -> {
        int start = ++at;
        while (at < bytes.length && KIND[bytes[at] & 0xFF] == REGULAR) {
          at++;
        }
        add(NAME, start, at);
      }
      case '%' -> {
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
          at++;
        }
      }
      default -> {
        arrays += first == '[' ? 1 : 0;
        at++;
      }
    }
  }

  private void literal() {
    int start = stringsEnd;
    int depth = 1;
    at++;
    while (at < bytes.length) {
      byte letter = bytes[at++];
      if (letter == '\\') {
        escaped();
        continue;
      }
      if (letter == '(') {
        depth++;
      } else if (letter == ')' && --depth == 0) {
        break;
      }
      keep(letter);
    }
    add(STRING, start, stringsEnd);
  }

  private void escaped() {
    if (at == bytes.length) {
      return;
    }
    byte letter = bytes[at++];
    switch (letter) {
      case 'n' -> keep('\n');
      case 'r' -> keep('\r');
      case 't' -> keep('\t');
      case 'b' -> keep('\b');
      case 'f' -> keep('\f');
      case '\n' -> {}
      case '\r' -> {
        if (at < bytes.length && bytes[at] == '\n') {
          at++;
        }
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        int value = letter - '0';
        for (int digits = 1; digits < 3 && at < bytes.length && isOctal(bytes[at]); digits++) {
          value = value * 8 + bytes[at++] - '0';
        }
        keep(value);
      }
      default -> keep(letter);
    }
  }

  private static boolean isOctal(byte digit) {
    return digit >= '0' && digit <= '7';
  }

  private void hexadecimal() {
    int start = stringsEnd;
    int half = -1;
    while (at < bytes.length && bytes[at] != '>') {
      int digit = Character.digit(bytes[at++], 16);
      if (digit < 0) {
        continue;
      }
      if (half < 0) {
        half = digit;
      } else {
        keep(half << 4 | digit);
        half = -1;
      }
    }
    at++;
    if (half >= 0) {
      keep(half << 4);
    }
    add(STRING, start, stringsEnd);
  }

  private void keep(int value) {
    if (stringsEnd == strings.length) {
      strings = Arrays.copyOf(strings, 2 * stringsEnd);
    }
    strings[stringsEnd++] = (byte) value;
  }

  private void add(byte kind, int start, int end) {
    if (count == kinds.length) {
      makeRoom();
    }
    kinds[count] = kind;
    from[count] = start;
    to[count] = end;
    count++;
  }

  private void makeRoom() {
    if (arrays == 0) {
      // After numbers without an operator only the last ones can matter.
      int kept = OPERANDS / 2;
      move(kinds, kept);
      move(numbers, kept);
      move(from, kept);
      move(to, kept);
      count = kept;
      return;
    }
    kinds = Arrays.copyOf(kinds, 2 * count);
    numbers = Arrays.copyOf(numbers, 2 * count);
    from = Arrays.copyOf(from, 2 * count);
    to = Arrays.copyOf(to, 2 * count);
  }

  private void move(Object array, int kept) {
    System.arraycopy(array, count - kept, array, 0, kept);
  }

  private String unescaped(int start, int end) {
    byte[] name = new byte[end - start];
    int length = 0;
    for (int place = start; place < end; place++) {
      byte letter = bytes[place];
      if (letter == '#' && place + 2 < end) {
        int high = Character.digit(bytes[place + 1], 16);
        int low = Character.digit(bytes[place + 2], 16);
        if (high >= 0 && low >= 0) {
          letter = (byte) (high << 4 | low);
          place += 2;
        }
      }
      name[length++] = letter;
    }
    return new String(name, 0, length, StandardCharsets.UTF_8);
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    for (char blank : "\0\t\n\f\r ".toCharArray()) {
      kinds[blank] = BLANK;
    }
    for (char delimiter : "()<>[]{}/%".toCharArray()) {
      kinds[delimiter] = DELIMITER;
    }
    return kinds;
  }
}
