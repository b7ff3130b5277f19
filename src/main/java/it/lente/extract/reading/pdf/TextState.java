package it.lente.extract.reading.pdf;

/** Settings of contents for the characters that follow. The operators q and Q save and restore. */
final class TextState {

  /** Maps from the coordinates of the contents to those of the page as it is shown. */
  final Transform display = new Transform();

  FontMetrics font;
  float fontSize = 1;
  float charSpacing;
  float wordSpacing;
  float leading;
  float rise;

  /** True if characters are placed but not painted: rendering mode 3. */
  boolean unseen;

  /** Horizontal scaling, 1 for none. */
  float stretch = 1;

  TextState(FontMetrics font) {
    this.font = font;
  }

  TextState copy() {
    TextState copy = new TextState(font);
    copy.display.set(display);
    copy.fontSize = fontSize;
    copy.charSpacing = charSpacing;
    copy.wordSpacing = wordSpacing;
    copy.leading = leading;
    copy.rise = rise;
    copy.unseen = unseen;
    copy.stretch = stretch;
    return copy;
  }
}
