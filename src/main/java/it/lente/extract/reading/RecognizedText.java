package it.lente.extract.reading;

import it.lente.record.WordBoxes;
import java.util.List;

/** Recognised words as a page's text, a word that is broken at a line's end made whole. */
record RecognizedText(String text, WordBoxes boxes) {

  /**
   * Writes words in their order.
   *
   * @param points how long a pixel is
   */
  static RecognizedText of(List<Tesseract.Word> words, float points) {
    StringBuilder text = new StringBuilder();
    WordBoxes.Packer boxes = new WordBoxes.Packer();
    boolean joins = false;
    for (int i = 0; i < words.size(); i++) {
      Tesseract.Word word = words.get(i);
      if (i > 0 && !joins) {
        text.append(separator(words.get(i - 1), word));
      }
      int start = text.length();
      text.append(word.text());
      joins = i + 1 < words.size() && isBroken(word, words.get(i + 1));
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
    }
    return new RecognizedText(text.toString(), boxes.boxes());
  }

  private static String separator(Tesseract.Word before, Tesseract.Word word) {
    if (before.block() != word.block()) {
      return "\n\n";
    }
    return before.line() != word.line() ? "\n" : " ";
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
