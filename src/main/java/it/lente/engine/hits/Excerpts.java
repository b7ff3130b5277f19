package it.lente.engine.hits;

import it.lente.engine.Excerpt;
import it.lente.engine.Mark;
import it.lente.engine.hits.PageOccurrences.Found;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the most informative piece for a question from a text: some 160 to 280 characters, starting
 * and ending at words or sentences.
 */
final class Excerpts {

  private static final int LONGEST = 280;
  private static final int LEAD = 70;

  /** Maximum distance between the first mark and the beginning of its sentence, in UTF-16 units. */
  private static final int SENTENCE_REACH = 110;

  private static final String CUT = "… ";
  private static final String CUT_END = " …";

  private Excerpts() {}

  /**
   * A piece that was chosen.
   *
   * @param first index, from 0, of the first occurrence that the piece marks
   */
  record Chosen(Excerpt excerpt, int first) {}

  /**
   * Returns the piece with the most different words of the question, then with the most
   * occurrences, then the first.
   *
   * @param found in order, without overlap, at least one
   */
  static Chosen best(String text, List<Found> found) {
    if (text.length() <= LONGEST) {
      return cut(text, 0, text.length(), found);
    }
    int best = 0;
    int bestWorth = -1;
    for (int i = 0; i < found.size(); i++) {
      int worth = worth(found, i);
      if (worth > bestWorth) {
        best = i;
        bestWorth = worth;
      }
    }
    int start = start(text, found.get(best).start());
    int end = end(text, start, found.get(best).end());
    return cut(text, start, end, found);
  }

  private static int worth(List<Found> found, int first) {
    long parts = 0;
    int count = 0;
    int limit = found.get(first).start() + LONGEST - LEAD;
    for (int i = first; i < found.size() && found.get(i).end() <= limit; i++) {
      parts |= found.get(i).parts();
      count++;
    }
    return 1_000 * Long.bitCount(parts) + Math.min(count, 999);
  }

  /** Returns the beginning of the mark's sentence if near, otherwise of a word before the mark. */
  private static int start(String text, int mark) {
    for (int i = mark - 1; i > Math.max(0, mark - SENTENCE_REACH); i--) {
      if (isSentenceEnd(text, i)) {
        return skipSpaces(text, i + 1, mark);
      }
    }
    if (mark <= SENTENCE_REACH) {
      return skipSpaces(text, 0, mark);
    }
    int from = mark - LEAD;
    while (from < mark && !Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    return skipSpaces(text, from, mark);
  }

  private static int skipSpaces(String text, int from, int limit) {
    int at = from;
    while (at < limit && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int end(String text, int start, int markEnd) {
    int longest = Math.max(markEnd, start + LONGEST);
    if (longest >= text.length()) {
      return text.length();
    }
    int end = longest;
    while (end > markEnd && !Character.isWhitespace(text.charAt(end))) {
      end--;
    }
    return end;
  }

  private static boolean isSentenceEnd(String text, int i) {
    return ".!?".indexOf(text.charAt(i)) >= 0
        && Character.isWhitespace(text.charAt(i + 1))
        && i + 2 < text.length()
        && Character.isUpperCase(text.charAt(i + 2));
  }

  private static Chosen cut(String text, int start, int end, List<Found> found) {
    String lead = start > 0 ? CUT : "";
    String piece = lead + onOneLine(text, start, end) + (end < text.length() ? CUT_END : "");
    List<Mark> marks = new ArrayList<>();
    int shift = lead.length() - start;
    int first = -1;
    for (int i = 0; i < found.size(); i++) {
      Found each = found.get(i);
      if (each.start() >= start && each.start() < end) {
        first = first < 0 ? i : first;
        marks.add(new Mark(each.start() + shift, Math.min(each.end(), end) + shift));
      }
    }
    return new Chosen(new Excerpt(piece, marks), first);
  }

  private static String onOneLine(String text, int start, int end) {
    char[] piece = new char[end - start];
    text.getChars(start, end, piece, 0);
    for (int i = 0; i < piece.length; i++) {
      // Most characters are printable ASCII, so one comparison shows that they are no spaces.
      if ((piece[i] < ' ' || piece[i] > '~') && Character.isWhitespace(piece[i])) {
        piece[i] = ' ';
      }
    }
    return new String(piece);
  }
}
