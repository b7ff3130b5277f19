package it.lente.extract.reading.pdf;

import it.lente.extract.reading.frame.NoteMark;
import it.lente.record.TextRange;
import it.lente.record.WordBoxes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes the words of a page as text, with the lines of the page. A word that is broken at a line's
 * end is written whole in the line where it begins.
 */
final class PageWriter {

  /**
   * The text of a page.
   *
   * @param boxes one for each run of letters and digits, and two for a broken one, so that a match
   *     is never wider or narrower than its box
   * @param notes where the footnotes are, at most one range
   */
  record Written(String text, WordBoxes boxes, List<TextRange> notes) {}

  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

  private final StringBuilder text = new StringBuilder();
  private final WordBoxWriter boxes = new WordBoxWriter();
  private String separator = "";

  private final BrokenWord broken;
  private final List<TextRange> notes = new ArrayList<>();
  private TextLine before;

  /** A number on a line of its own between the parts of a broken word, which it follows. */
  private Word number;

  private PageWriter(List<List<TextLine>> blocks) {
    broken = BrokenWord.of(blocks);
  }

  static Written write(List<List<TextLine>> blocks) {
    PageWriter writer = new PageWriter(blocks);
    for (List<TextLine> block : blocks) {
      for (int place = 0; place < block.size(); place++) {
        TextLine line = block.get(place);
        if (writer.isWithinWord(block, place)) {
          writer.number = line.words().getFirst();
          continue;
        }
        int from = writer.text.length() + writer.separator.length();
        writer.write(line, line == block.getFirst());
        if (line.isNote()) {
          writer.addNote(from);
        }
        writer.before = line;
      }
      writer.split("\n\n");
    }
    return new Written(writer.text.toString(), writer.boxes.boxes(), List.copyOf(writer.notes));
  }

  private void addNote(int from) {
    int start = notes.isEmpty() ? from : notes.removeLast().start();
    notes.add(new TextRange(start, text.length()));
  }

  private void write(TextLine line, boolean first) {
    List<Word> words = RightToLeft.line(line.words());
    boolean[] joined = LetterSpacing.joined(words);
    for (int place = 0; place < words.size(); place++) {
      Word word = words.get(place);
      if (place > 0 && !joined[place] && isMark(words, place)) {
        // The pending blank or line end follows the mark.
        boxes.lift();
        boolean exponent =
            areBeside(words.get(place - 1), word)
                && NoteMark.isExponent(words.get(place - 1).text(), word.text());
        text.append(exponent ? "" : " ").append(NoteMark.raised(word.text()));
        continue;
      }
      if (place > 0 && (joined[place] || goesOn(words.get(place - 1), word))) {
        append(word, true);
        continue;
      }
      String after = " ";
      if (place == 0 && before != null) {
        after = joinBroken(line, first) ? "\n" : after;
      }
      if (place > 0) {
        writeNumber();
      }
      append(word, false);
      separator = after;
    }
    writeNumber();
    split("\n");
  }

  /** Returns whether a line is no more than a number, around which a word continues. */
  private boolean isWithinWord(List<TextLine> block, int place) {
    List<Word> words = block.get(place).words();
    return place > 0
        && place + 1 < block.size()
        && words.size() == 1
        && NUMBER.matcher(words.getFirst().text()).matches()
        && broken.sign(block.get(place - 1), block.get(place + 1), false)
            != BrokenWord.Sign.NOT_BROKEN;
  }

  private void writeNumber() {
    if (number != null) {
      separator = "\n";
      append(number, false);
      separator = "\n";
      number = null;
    }
  }

  /** Returns whether the last word of the line before continues in this line. */
  private boolean joinBroken(TextLine line, boolean first) {
    BrokenWord.Sign sign = broken.sign(before, line, first);
    if (sign == BrokenWord.Sign.DROPPED) {
      text.setLength(text.length() - 1);
      boxes.shorten(text.length());
    }
    if (sign != BrokenWord.Sign.NOT_BROKEN) {
      separator = "";
    }
    return sign != BrokenWord.Sign.NOT_BROKEN;
  }

  /** Remembers the widest of the pending separators. */
  private void split(String due) {
    if (!text.isEmpty() && due.length() >= separator.length()) {
      separator = due;
    }
  }

  private void append(Word word, boolean goesOn) {
    if (!goesOn) {
      text.append(separator);
      boxes.lift();
    }
    if (word.isRightToLeft()) {
      boxes.begin(text.length());
      word.writeTo(text);
      boxes.cover(word, word.start(), word.end(), text.length());
    } else {
      appendRuns(word);
    }
  }

  /** Appends a word, with boxes for its letters and digits and none for other characters. */
  private void appendRuns(Word word) {
    Glyphs glyphs = word.glyphs();
    int glyph = word.first();
    while (glyph <= word.last()) {
      boolean boxed = isOfWords(glyphs.text(glyph));
      int begin = text.length();
      float start = Float.MAX_VALUE;
      float end = -Float.MAX_VALUE;
      while (glyph <= word.last() && boxed == isOfWords(glyphs.text(glyph))) {
        text.append(glyphs.text(glyph));
        start = Math.min(start, glyphs.start(glyph));
        end = Math.max(end, glyphs.end(glyph));
        glyph = withText(glyphs, glyph + 1, word.last());
      }
      if (boxed) {
        boxes.begin(begin);
        boxes.cover(word, start, end, text.length());
      } else {
        boxes.lift();
      }
    }
  }

  /** Returns the next glyph that has text. */
  private static int withText(Glyphs glyphs, int from, int last) {
    int glyph = from;
    while (glyph <= last && glyphs.text(glyph).isEmpty()) {
      glyph++;
    }
    return glyph;
  }

  /** Returns whether a glyph is part of words: letters, digits, and the marks that go with them. */
  private static boolean isOfWords(String glyph) {
    for (int i = 0; i < glyph.length(); i++) {
      char c = glyph.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        return true;
      }
      int type = c < 128 ? Character.OTHER_PUNCTUATION : Character.getType(c);
      if (type == Character.NON_SPACING_MARK
          || type == Character.COMBINING_SPACING_MARK
          || type == Character.FORMAT) {
        return true;
      }
    }
    return false;
  }

  private static boolean goesOn(Word word, Word next) {
    return DropCaps.is(word)
        ? !word.spaced()
        : areBeside(word, next) && !RaisedMark.follows(word, next) && !RaisedMark.ends(word, next);
  }

  /** Returns whether a word is the mark of a note, which touches the word before it or is near. */
  private static boolean isMark(List<Word> words, int place) {
    Word word = words.get(place);
    Word before = words.get(place - 1);
    boolean beside = areBeside(before, word);
    // Sizes and positions are compared first, because few words are marks.
    return (beside || RaisedMark.isNear(before, word))
        && !DropCaps.is(before)
        && RaisedMark.follows(before, word)
        && (beside || place + 1 == words.size() || !areBeside(word, words.get(place + 1)));
  }

  private static boolean areBeside(Word word, Word next) {
    float gap = Math.min(word.gap(), next.gap());
    return next.start() >= word.start()
        ? !word.spaced() && next.start() - word.end() <= gap
        : !word.spaced() && !next.spaced() && word.start() - next.end() <= gap;
  }
}
