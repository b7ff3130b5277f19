package it.lente.extract.reading.ocr;

import it.lente.record.PageText;
import it.lente.record.WordBox;
import it.lente.record.WordBoxes;
import java.util.ArrayList;
import java.util.List;

/** Recognised words as a page's text. Words broken at a line's end are joined. */
record RecognizedText(String text, WordBoxes boxes) {

  /** Distance in points at which a word still counts as on a box. */
  private static final float NEAR = 2;

  /**
   * Writes words in their order.
   *
   * @param points length of a pixel
   */
  static RecognizedText of(List<Tesseract.Word> words, float points) {
    StringBuilder text = new StringBuilder();
    WordBoxes.Packer boxes = new WordBoxes.Packer();
    boolean joined = false;
    for (int i = 0; i < words.size(); i++) {
      Tesseract.Word word = words.get(i);
      int start = text.length();
      text.append(word.text());
      boolean joins = i + 1 < words.size() && isBroken(word, words.get(i + 1));
      if (joins) {
        text.setLength(text.length() - 1);
      }
      boxes.add(
          start,
          text.length(),
          word.left() * points,
          word.top() * points,
          word.width() * points,
          word.height() * points,
          word.confidence());
      if (!joins && i + 1 < words.size()) {
        text.append(separator(word, words.get(i + 1), joined));
      }
      joined = joins;
    }
    return new RecognizedText(text.toString(), boxes.boxes());
  }

  /** Returns a page's own text, and below it the words recognised elsewhere on the page. */
  static RecognizedText beside(PageText page, List<Tesseract.Word> words, float points) {
    if (page.text().isBlank()) {
      return of(words, points);
    }
    List<WordBox> own = page.boxes().all();
    RecognizedText found =
        of(
            words.stream()
                .filter(word -> own.stream().noneMatch(box -> covers(box, word, points)))
                .toList(),
            points);
    if (found.text().isEmpty()) {
      return new RecognizedText(page.text(), page.boxes());
    }
    String before = page.text() + "\n\n";
    List<WordBox> boxes = new ArrayList<>(own);
    found.boxes().all().forEach(box -> boxes.add(later(box, before.length())));
    return new RecognizedText(before + found.text(), WordBoxes.of(boxes));
  }

  /** Returns whether the middle of a word lies on a box, or nearly so. */
  private static boolean covers(WordBox box, Tesseract.Word word, float points) {
    float x = (word.left() + word.width() / 2f) * points - box.left();
    float y = (word.top() + word.height() / 2f) * points - box.top();
    return x > -NEAR && x < box.width() + NEAR && y > -NEAR && y < box.height() + NEAR;
  }

  private static WordBox later(WordBox box, int characters) {
    return new WordBox(
        box.start() + characters,
        box.end() + characters,
        box.left(),
        box.top(),
        box.width(),
        box.height(),
        box.confidence());
  }

  /**
   * Returns the separator of two words.
   *
   * @param joined whether the first began on the line before, which ends after it
   */
  private static String separator(Tesseract.Word before, Tesseract.Word word, boolean joined) {
    if (before.block() != word.block()) {
      return "\n\n";
    }
    return joined || before.line() != word.line() ? "\n" : " ";
  }

  private static boolean isBroken(Tesseract.Word word, Tesseract.Word next) {
    String text = word.text();
    int hyphen = text.length() - 1;
    return word.line() != next.line()
        && word.block() == next.block()
        && hyphen > 1
        && "-\u00AD\u2010\u00AC".indexOf(text.charAt(hyphen)) >= 0
        && Character.isLowerCase(text.codePointBefore(hyphen))
        && Character.isLowerCase(next.text().codePointAt(0));
  }
}
