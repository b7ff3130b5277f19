package sample;

import java.util.ArrayList;
import java.util.List;

/**
 * A page that is set but not yet drawn. Points from the lower left corner of the page as people see
 * it.
 */
final class Page {

  static final float SHORT_SIDE = 595;
  static final float LONG_SIDE = 842;

  /** How a piece of text looks; {@code leading} is from baseline to baseline. */
  record Style(float size, float leading, boolean bold, boolean slanted, int color) {}

  sealed interface Mark {}

  /**
   * @param stretch points added to each space, so that the line fills its measure
   */
  record Text(float x, float y, Style style, String text, float stretch) implements Mark {}

  record Rule(float x1, float y1, float x2, float y2, float width) implements Mark {}

  record Box(float x, float y, float width, float height, int color) implements Mark {}

  final List<Mark> marks = new ArrayList<>();
  final boolean landscape;
  final boolean cropped;
  final String label;

  Page(boolean landscape, boolean cropped, String label) {
    this.landscape = landscape;
    this.cropped = cropped;
    this.label = label;
  }

  float width() {
    return landscape ? LONG_SIDE : SHORT_SIDE;
  }

  float height() {
    return landscape ? SHORT_SIDE : LONG_SIDE;
  }
}
