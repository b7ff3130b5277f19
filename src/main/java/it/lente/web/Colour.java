package it.lente.web;

import java.util.Locale;

/**
 * A colour on which white text is readable. The file {@code brand.css} mixes the shades that pages
 * need from it.
 */
public record Colour(int red, int green, int blue) {

  /** The contrast that WCAG level AA requires of text. */
  public static final double READABLE = 4.5;

  private static final Colour WHITE = new Colour(255, 255, 255);

  /**
   * Parses «#0066cc».
   *
   * @throws IllegalArgumentException if it is no colour, or too light for white text
   */
  public static Colour parse(String text) {
    if (!text.matches("#[0-9A-Fa-f]{6}")) {
      throw new IllegalArgumentException("write it as #0066cc");
    }
    int rgb = Integer.parseInt(text.substring(1), 16);
    Colour colour = new Colour(rgb >> 16, rgb >> 8 & 255, rgb & 255);
    if (colour.contrast(WHITE) < READABLE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "white text on it has a contrast of %.1f to 1, and needs %.1f: take a darker one",
              colour.contrast(WHITE),
              READABLE));
    }
    return colour;
  }

  /** Returns the WCAG contrast ratio: 1 for equal colours, 21 for black on white. */
  double contrast(Colour other) {
    double a = luminance();
    double b = other.luminance();
    return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  }

  private double luminance() {
    return .2126 * linear(red) + .7152 * linear(green) + .0722 * linear(blue);
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= .04045 ? part / 12.92 : Math.pow((part + .055) / 1.055, 2.4);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }
}
