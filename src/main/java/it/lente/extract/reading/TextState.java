package it.lente.extract.reading;

/** What contents set for the characters that follow: the operators q and Q keep and restore it. */
final class TextState {

  /** From the coordinates of the contents to those of the page as it is shown. */
  final Transform display = new Transform();

  FontMetrics font;
  float fontSize = 1;
  float charSpacing;
  float wordSpacing;
  float leading;
  float rise;

  /** Whether characters are placed and not painted: rendering mode 3. */
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
