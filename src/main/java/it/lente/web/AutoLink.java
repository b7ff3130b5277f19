package it.lente.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a text from a record: plain text or a link.
 *
 * @param address of the web or of a mailbox only; the empty string for plain text
 * @param word the number of the marked word that begins with this part, 0 if it is not marked, -1
 *     if it continues a marked word
 */
record AutoLink(String text, String address, int word) {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:https?://[^\\s<>\"«»“”]+|(?:mailto:)?[\\w.+-]++@[\\w-]+(?:\\.[\\w-]+)+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /** Characters after an address that end the sentence and are not part of the address. */
  private static final String CLOSING = ".,;:!?'’…";

  /** Splits a text into its parts, in order and without loss. */
  static List<AutoLink> in(String text) {
    List<AutoLink> pieces = new ArrayList<>();
    int done = 0;
    Matcher found = ADDRESS.matcher(text);
    while (found.find()) {
      String written = withoutClosing(found.group());
      if (written.endsWith("://")) {
        continue;
      }
      if (found.start() > done) {
        pieces.add(plain(text.substring(done, found.start())));
      }
      pieces.add(new AutoLink(written, target(written), 0));
      done = found.start() + written.length();
    }
    if (done < text.length()) {
      pieces.add(plain(text.substring(done)));
    }
    return List.copyOf(pieces);
  }

  static AutoLink plain(String text) {
    return new AutoLink(text, "", 0);
  }

  static List<AutoLink> plainly(String text) {
    return List.of(plain(text));
  }

  AutoLink cut(int start, int end) {
    return new AutoLink(text.substring(start, end), address, word);
  }

  AutoLink marked(int number) {
    return new AutoLink(text, address, number);
  }

  private static String target(String address) {
    return address.contains("://") || address.regionMatches(true, 0, "mailto:", 0, 7)
        ? address
        : "mailto:" + address;
  }

  private static String withoutClosing(String address) {
    int end = address.length();
    while (CLOSING.indexOf(address.charAt(end - 1)) >= 0 || closesMore(address, end)) {
      end--;
    }
    return address.substring(0, end);
  }

  /** Returns whether a bracket closes one that was opened before the address. */
  private static boolean closesMore(String address, int end) {
    String open = address.substring(0, end);
    return open.endsWith(")")
        && open.chars().filter(c -> c == ')').count() > open.chars().filter(c -> c == '(').count();
  }
}
