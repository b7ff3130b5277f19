package it.lente.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a text that somebody else wrote: plain, or an address to go to.
 *
 * @param address of the web or of a mailbox, the empty string for plain text; never of another kind
 */
record AutoLink(String text, String address) {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:https?://[^\\s<>\"«»“”]+|(?:mailto:)?[\\w.+-]++@[\\w-]+(?:\\.[\\w-]+)+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /** What ends a sentence around an address and not the address. */
  private static final String CLOSING = ".,;:!?'’…";

  /** The pieces of a text, in their order; together they are the text. */
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
      pieces.add(new AutoLink(written, target(written)));
      done = found.start() + written.length();
    }
    if (done < text.length()) {
      pieces.add(plain(text.substring(done)));
    }
    return List.copyOf(pieces);
  }

  static AutoLink plain(String text) {
    return new AutoLink(text, "");
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

  /** A bracket that was opened before the address. */
  private static boolean closesMore(String address, int end) {
    String open = address.substring(0, end);
    return open.endsWith(")")
        && open.chars().filter(c -> c == ')').count() > open.chars().filter(c -> c == '(').count();
  }
}
