package it.lente.record;

/**
 * A rectangle on a page as it is displayed, crop box and rotation applied: points, 1/72 inch, from
 * the page's top left corner.
 */
public record Box(float left, float top, float width, float height) {}
