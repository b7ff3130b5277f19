package it.lente.record;

/**
 * The size of a page as it is displayed: crop box and rotation applied.
 *
 * @param width points, 1/72 inch
 * @param height points
 * @param rotation degrees clockwise that the viewer turns the page: 0, 90, 180 or 270
 */
public record PageShape(float width, float height, int rotation) {

  /** A part of a file that has no pages, such as a section of a text. */
  public static final PageShape NONE = new PageShape(0, 0, 0);
}
