package it.lente.extract.reading.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the footnotes of a page: below a short rule, or smaller than the text and below a gap. The
 * first begins with its mark.
 */
final class Footnotes {

  private static final Pattern MARK =
      Pattern.compile("[(\\[]?(?:\\d{1,3}|[a-z]|[*†‡§]{1,3})[)\\].]?(?:\\p{Lu}.*)?");

  /** The greatest size of notes without a rule above them, in parts of the text's size. */
  private static final float SMALL = .93f;

  /** The least gap above the notes, and the least gap below them, in sizes. */
  private static final float GAP = 1.5f;

  private static final float END = 2.2f;

  /** A longer rule, in parts of the text's width, belongs to a table or frames the page. */
  private static final float LONGEST_RULE = .7f;

  /** Greatest number of lines below the notes, which are a running footer. */
  private static final int MOST_BELOW = 3;

  private Footnotes() {}

  /** Marks the lines that are notes. Returns the lines of the notes, above them and below them. */
  static List<List<TextLine>> parts(List<TextLine> lines, List<DrawnRules.Rule> rules) {
    float size = 0;
    for (int from = Math.max(1, lines.size() / 3); from < lines.size(); from++) {
      if (!beginsWithMark(lines.get(from))) {
        continue;
      }
      int end = end(lines, from);
      size = size == 0 ? size(lines) : size;
      float smaller = SMALL * size;
      boolean small = lines.subList(from, end).stream().allMatch(line -> line.size() <= smaller);
      float gap = lines.get(from).base() - lines.get(from - 1).base();
      if (lines.size() - end <= MOST_BELOW
          && (isBelowRule(lines, from, rules) || (small && gap >= GAP * lines.get(from).size()))) {
        List<TextLine> notes = lines.subList(from, end);
        notes.forEach(TextLine::markNote);
        return List.of(lines.subList(0, from), notes, lines.subList(end, lines.size()));
      }
    }
    return List.of(lines);
  }

  private static boolean beginsWithMark(TextLine line) {
    if (line.words().size() < 2) {
      return false;
    }
    // Most lines begin with a word, for which the pattern is not needed.
    String first = line.words().getFirst().text();
    boolean word = first.length() > 1 && Character.isLetter(first.charAt(0));
    return !(word && Character.isLowerCase(first.charAt(1))) && MARK.matcher(first).matches();
  }

  /** Returns the size of most of the letters. */
  private static float size(List<TextLine> lines) {
    List<TextLine> sorted = new ArrayList<>(lines);
    sorted.sort(Comparator.comparingDouble(TextLine::size));
    int letters = sorted.stream().mapToInt(Footnotes::letters).sum() / 2;
    for (TextLine line : sorted) {
      letters -= letters(line);
      if (letters <= 0) {
        return line.size();
      }
    }
    return 0;
  }

  private static int letters(TextLine line) {
    return line.words().stream().mapToInt(Word::length).sum();
  }

  private static int end(List<TextLine> lines, int from) {
    int end = from + 1;
    while (end < lines.size()
        && lines.get(end).base() - lines.get(end - 1).base() <= END * lines.get(end - 1).size()) {
      end++;
    }
    return end;
  }

  private static boolean isBelowRule(List<TextLine> lines, int from, List<DrawnRules.Rule> rules) {
    float left = Float.MAX_VALUE;
    float right = 0;
    for (TextLine line : lines) {
      left = Math.min(left, line.start());
      right = Math.max(right, line.end());
    }
    TextLine first = lines.get(from);
    float longest = LONGEST_RULE * (right - left);
    int above = 0;
    for (DrawnRules.Rule rule : rules) {
      boolean isShort = rule.right() - rule.left() <= longest;
      if (isShort && rule.y() >= first.base()) {
        return false;
      }
      above +=
          isShort
                  && rule.y() > lines.get(from - 1).base()
                  && Math.abs(rule.left() - first.start()) <= 2 * first.size()
              ? 1
              : 0;
    }
    return above > 0;
  }
}
