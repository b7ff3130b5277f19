package it.lente.extract.reading.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides whether a sign at the end of a line means a broken word («parteci-/pazione»), a compound
 * with a hyphen of its own («socio-/economico»), or neither.
 */
final class BrokenWord {

  /** Treatment of the sign. */
  enum Sign {
    DROPPED,
    KEPT,
    NOT_BROKEN
  }

  /** Signs that break words: ¬ is how some recognition programs write a soft hyphen. */
  private static final String SOFT = "\u00AD¬";

  private static final String HYPHENS = "\u2010\u2011\u2212–-";
  private static final Pattern END = Pattern.compile("(\\p{L}*)[" + SOFT + HYPHENS + "]$");
  private static final Pattern BEGINNING = Pattern.compile("^\\p{L}+");
  private static final Pattern WORDS = Pattern.compile("\\p{L}+(?:-\\p{L}+)*");

  /**
   * Italian words are broken before a consonant; these prefixes are broken off before any letter.
   */
  private static final Pattern VOWEL = Pattern.compile("[aeiouàèéìòù].*");

  private static final Set<String> PREFIXES = Set.of("in", "dis", "trans", "mal", "ben", "con");

  /** First parts of compounds: tecnico-scientifico, economico-sociale, Emilia-Romagna. */
  private static final Pattern FIRST_PART =
      Pattern.compile("\\p{L}{3,}(?:ico|ivo|ario|orio)|socio|emilia|friuli");

  private static final int LONG = 4;

  /** Greatest distance to the next line of a column, least gap between two cells; in sizes. */
  private static final float FARTHEST = 3;

  private static final float CELL_GAP = 2.5f;

  private final Supplier<Stream<String>> texts;
  private Set<String> words = Set.of();

  /**
   * Decides by the other words of the page, too.
   *
   * @param texts the words inside lines; asked only where it matters
   */
  BrokenWord(Supplier<Stream<String>> texts) {
    this.texts = texts;
  }

  /** Decides for a page by the words of its lines, but for the first and the last of each. */
  static BrokenWord of(List<List<TextLine>> blocks) {
    return new BrokenWord(() ->
        blocks.stream()
            .flatMap(List::stream)
            .map(TextLine::words)
            .filter(line -> line.size() > 2)
            .flatMap(line -> line.subList(1, line.size() - 1).stream())
            .map(Word::text));
  }

  Sign sign(TextLine line, TextLine next, boolean newBlock) {
    Word last = line.words().getLast();
    Word first = next.words().getFirst();
    String ending = last.glyphs().text(last.last());
    if (!ending.isEmpty() && (SOFT + HYPHENS).indexOf(ending.charAt(ending.length() - 1)) < 0) {
      return Sign.NOT_BROKEN;
    }
    return goesOn(line, next, newBlock) ? sign(last.text(), first.text()) : Sign.NOT_BROKEN;
  }

  /** Decides about the sign at the end of the last word before a break. */
  Sign sign(String last, String first) {
    Matcher end = END.matcher(last);
    Matcher beginning = BEGINNING.matcher(first);
    if (!end.find() || !beginning.find()) {
      return Sign.NOT_BROKEN;
    }
    String one = end.group(1);
    String other = beginning.group();
    if (SOFT.indexOf(last.charAt(end.end(1))) >= 0) {
      return one.isEmpty() || !(isSmall(other) || isCapital(one + other))
          ? Sign.NOT_BROKEN
          : Sign.DROPPED;
    }
    boolean small =
        one.length() > 1 && Character.isLowerCase(one.charAt(one.length() - 1)) && isSmall(other);
    boolean capital = one.length() > 1 && other.length() > 1 && isCapital(one + other);
    if (!small && !capital) {
      return Sign.NOT_BROKEN;
    }
    return isCompound(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT))
        ? Sign.KEPT
        : Sign.DROPPED;
  }

  private static boolean isSmall(String letters) {
    return Character.isLowerCase(letters.charAt(0));
  }

  private static boolean isCapital(String letters) {
    return letters.equals(letters.toUpperCase(Locale.ROOT));
  }

  /** Returns whether a line is next in the same column or cell, or the first of the next column. */
  private static boolean goesOn(TextLine line, TextLine next, boolean newBlock) {
    Word last = line.words().getLast();
    Word first = next.words().getFirst();
    if (last.angle() != first.angle() || line.isNote() != next.isNote()) {
      return false;
    }
    float down = next.base() - line.base();
    if (down <= 0) {
      return newBlock;
    }
    return first.start() <= last.end()
        && next.end() >= cellStart(line)
        && down <= FARTHEST * Math.max(line.size(), next.size());
  }

  /** Returns where the last cell of a line begins, if wide gaps show that it has several. */
  private static float cellStart(TextLine line) {
    List<Word> words = line.words();
    int place = words.size() - 1;
    while (place > 0
        && words.get(place).start() - words.get(place - 1).end() <= CELL_GAP * line.size()) {
      place--;
    }
    return words.get(place).start();
  }

  /** Decides by the other words of the page, then by how Italian words are broken. */
  private boolean isCompound(String one, String other) {
    if (words.isEmpty()) {
      words = words();
    }
    if (words.contains(one + other)) {
      return false;
    }
    if (words.contains(one + "-" + other)) {
      return true;
    }
    if (VOWEL.matcher(other).matches()) {
      return !PREFIXES.contains(one) && !words.contains("the");
    }
    boolean bothWords = words.contains(one) && words.contains(other);
    boolean adjective = FIRST_PART.matcher(one).matches() && !other.startsWith("log");
    return other.length() >= LONG && (adjective || (bothWords && one.length() >= LONG));
  }

  private Set<String> words() {
    Set<String> found = new HashSet<>();
    texts
        .get()
        .flatMap(text -> WORDS.matcher(text.toLowerCase(Locale.ROOT)).results())
        .forEach(word -> found.add(word.group()));
    return found;
  }
}
