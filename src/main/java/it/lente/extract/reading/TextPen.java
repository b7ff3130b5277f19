package it.lente.extract.reading;

import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.apache.pdfbox.util.Matrix;

/** Writes the characters of one shown string to where they stand on the page. */
final class TextPen {

  /** Lines that lean less than this are read as straight: scans are seldom quite upright. */
  private static final double LEAN = Math.tan(Math.toRadians(6));

  /** Beyond this many ems, space between characters sets them apart rather than wide. */
  private static final float WIDEST_SPACING = 1.5f;

  private final FontFacts font;
  private final Matrix shown;
  private final float fontSize;
  private final float stretch;
  private final float charSpacing;
  private final float wordSpacing;
  private final float rise;
  private final int degrees;
  private final float alongX;
  private final float alongY;
  private final float scale;
  private final float size;
  private float right;
  private float up;

  TextPen(PDTextState text, FontFacts font, Matrix shown) {
    this.font = font;
    this.shown = shown;
    fontSize = text.getFontSize();
    stretch = text.getHorizontalScaling() / 100;
    charSpacing = text.getCharacterSpacing();
    wordSpacing = text.getWordSpacing();
    rise = text.getRise();
    float forward = fontSize < 0 ? -1 : 1;
    float x = font.isVertical() ? -shown.getShearX() : shown.getScaleX() * forward;
    float y = font.isVertical() ? -shown.getScaleY() : shown.getShearY() * forward;
    degrees = degrees(x, y);
    alongX = Angles.cos(degrees);
    alongY = Angles.sin(degrees);
    float wide = (float) Math.hypot(shown.getScaleX(), shown.getShearY());
    float tall = (float) Math.hypot(shown.getShearX(), shown.getScaleY());
    scale = font.isVertical() ? tall : wide;
    size = Math.abs(fontSize) * font.em() * tall;
  }

  /** How far the strings so far have moved the pen, in text space. */
  float movedRight() {
    return right;
  }

  float movedUp() {
    return up;
  }

  void write(int code, boolean space, Glyphs glyphs) {
    FontFacts.Glyph glyph = font.glyph(code);
    float x = right * shown.getScaleX() + (up + rise) * shown.getShearX() + shown.getTranslateX();
    float y = right * shown.getShearY() + (up + rise) * shown.getScaleY() + shown.getTranslateY();
    float shape = glyph.advance() * fontSize;
    float moved = shape + charSpacing + (space ? wordSpacing : 0);
    if (!font.isVertical()) {
      shape *= stretch;
      moved *= stretch;
      right += moved;
    } else {
      up += moved;
    }
    if (glyph.text().isEmpty() || !Float.isFinite(x + y)) {
      return;
    }
    float start = x * alongX + y * alongY;
    float end = start + Math.abs(shape) * scale;
    float spacing = charSpacing * (font.isVertical() ? 1 : stretch) * scale;
    float next = spacing > WIDEST_SPACING * size ? end : end + spacing;
    String text = glyph.blank() ? Glyphs.BLANK : glyph.text();
    glyphs.add(text, font, degrees, start, end, next, y * alongX - x * alongY, size);
  }

  private static int degrees(float x, float y) {
    if (Math.abs(y) <= LEAN * Math.abs(x)) {
      return x < 0 ? 180 : 0;
    }
    if (Math.abs(x) <= LEAN * Math.abs(y)) {
      return y < 0 ? 270 : 90;
    }
    return Math.floorMod(Math.round(Math.toDegrees(Math.atan2(y, x))), 360);
  }
}
