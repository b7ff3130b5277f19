package it.lente.record;

/**
 * The size of a page as it is displayed, crop box and rotation applied, and the position of the
 * crop box in the PDF's user space, so that a viewer can place boxes in either.
 *
 * @param width points, 1/72 inch
 * @param height points
 * @param rotation degrees clockwise that the viewer turns the page: 0, 90, 180 or 270
 * @param left of the crop box in user space
 * @param bottom of the crop box in user space
 */
public record PageShape(float width, float height, int rotation, float left, float bottom) {

  /** The shape of a part without pages, such as a section of a text. */
  public static final PageShape NONE = new PageShape(0, 0, 0);

  /** Creates a page whose crop box begins at the origin. */
  public PageShape(float width, float height, int rotation) {
    this(width, height, rotation, 0, 0);
  }
}
