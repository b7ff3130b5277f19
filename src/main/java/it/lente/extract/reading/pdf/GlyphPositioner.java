package it.lente.extract.reading.pdf;

/** Computes the positions on the page of the characters in shown strings. */
final class GlyphPositioner {

  /** Lines with less slope are read as straight, because scans are seldom quite upright. */
  private static final double LEAN = Math.tan(Math.toRadians(6));

  /** Wider space between characters, in ems, separates them into words. */
  private static final float WIDEST_SPACING = 1.5f;

  private final Glyphs glyphs;

  /** Maps from text space to the page as it is shown. */
  private final Transform shown = new Transform();

  private TextState state = new TextState(null);
  private boolean vertical;
  private float forward;
  private int degrees;
  private float alongX;
  private float alongY;
  private float scale;
  private float size;
  private float right;
  private float up;

  GlyphPositioner(Glyphs glyphs) {
    this.glyphs = glyphs;
  }

  /** Prepares for one or several strings, shown from the origin of this text space. */
  void begin(TextState now, Transform text) {
    state = now;
    shown.setProduct(text, now.display);
    right = 0;
    up = 0;
    vertical = now.font.isVertical();
    // A negative size and a negative stretch each invert the direction; both together do not.
    forward = now.fontSize * now.stretch < 0 ? -1 : 1;
    degrees =
        vertical ? degrees(-shown.c, -shown.d) : degrees(shown.a * forward, shown.b * forward);
    alongX = Angles.cos(degrees);
    alongY = Angles.sin(degrees);
    float tall = length(shown.c, shown.d);
    scale = vertical ? tall : length(shown.a, shown.b);
    size = Math.abs(now.fontSize) * now.font.em() * tall;
  }

  /** Returns how far the strings so far have moved the pen, in text space. */
  float movedRight() {
    return right;
  }

  float movedUp() {
    return up;
  }

  /** Moves back by thousandths of the font size. */
  void kern(float thousandths) {
    float back = thousandths / 1000 * state.fontSize;
    if (vertical) {
      up -= back;
    } else {
      right -= back * state.stretch;
    }
  }

  void write(int code, boolean space) {
    FontMetrics.Glyph glyph = state.font.glyph(code);
    float x = right * shown.a + (up + state.rise) * shown.c + shown.e;
    float y = right * shown.b + (up + state.rise) * shown.d + shown.f;
    float shape = glyph.advance() * state.fontSize;
    float moved = shape + state.charSpacing + (space ? state.wordSpacing : 0);
    if (vertical) {
      up += moved;
    } else {
      shape *= state.stretch;
      right += moved * state.stretch;
    }
    if (glyph.text().isEmpty() || !Float.isFinite(x + y)) {
      return;
    }
    float start = x * alongX + y * alongY;
    float end = start + Math.abs(shape) * scale;
    float spacing = state.charSpacing * (vertical ? 1 : state.stretch * forward) * scale;
    float next = spacing > WIDEST_SPACING * size ? end : end + spacing;
    float base = y * alongX - x * alongY;
    glyphs.add(glyph.text(), state.font, degrees, start, end, next, base, size);
  }

  private static float length(float x, float y) {
    return y == 0 ? Math.abs(x) : x == 0 ? Math.abs(y) : (float) Math.sqrt(x * x + y * y);
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
