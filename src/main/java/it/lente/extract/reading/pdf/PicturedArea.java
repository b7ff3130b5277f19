package it.lente.extract.reading.pdf;

import it.lente.record.PageShape;

/** Adds up how much of a page is covered by pictures. */
final class PicturedArea {

  private final PageShape page;
  private double sum;

  PicturedArea(PageShape page) {
    this.page = page;
  }

  /**
   * Adds a picture, which fills the transformed square from the origin to (1, 1). Clipping is
   * ignored, and a slanting picture counts with its corners.
   */
  void add(Transform display) {
    double width = inside(display.e, display.a, display.c, page.width());
    double height = inside(display.f, display.b, display.d, page.height());
    sum += width * height;
  }

  /** Returns the length of the square's projection onto one side of the page. */
  private static double inside(float origin, float side, float otherSide, float length) {
    double from = (double) origin + Math.min(0, side) + Math.min(0, otherSide);
    double to = (double) origin + Math.max(0, side) + Math.max(0, otherSide);
    return Math.max(0, Math.min(to, length) - Math.max(from, 0));
  }

  /** Returns the share from 0 to 1, even if pictures overlap. */
  float share() {
    double all = (double) page.width() * page.height();
    return sum > 0 && all > 0 ? (float) Math.min(1, sum / all) : 0;
  }
}
