package it.lente.extract.reading;

import it.lente.record.PageShape;

/** Adds up how much of a page is covered by pictures. */
final class PicturedArea {

  private final PageShape page;
  private double sum;

  PicturedArea(PageShape page) {
    this.page = page;
  }

  /**
   * Adds a picture: it fills the square from the origin to (1, 1), wherever that lies. What clips
   * it is not known, and a slanting one counts with its corners.
   */
  void add(Transform display) {
    double width = inside(display.e, display.a, display.c, page.width());
    double height = inside(display.f, display.b, display.d, page.height());
    sum += width * height;
  }

  /** How long the shadow of a square's sides is on one side of the page. */
  private static double inside(float origin, float side, float otherSide, float length) {
    double from = (double) origin + Math.min(0, side) + Math.min(0, otherSide);
    double to = (double) origin + Math.max(0, side) + Math.max(0, otherSide);
    return Math.max(0, Math.min(to, length) - Math.max(from, 0));
  }

  /** From 0 to 1, also where pictures lie upon each other. */
  float share() {
    double all = (double) page.width() * page.height();
    return sum > 0 && all > 0 ? (float) Math.min(1, sum / all) : 0;
  }
}
