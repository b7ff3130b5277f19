package it.lente.web;

import java.util.Locale;

/** A colour on which white text is readable, with the shades that pages need. */
public record Colour(int red, int green, int blue) {

  /** The contrast that WCAG level AA requires of text. */
  public static final double READABLE = 4.5;

  /** The contrast that WCAG requires of graphics, such as the bars of a chart. */
  static final double VISIBLE = 3;

  private static final Colour WHITE = new Colour(255, 255, 255);
  private static final Colour BLACK = new Colour(0, 0, 0);

  /** The background with the least contrast to text, in the light and in the dark theme. */
  private static final Colour PALE = new Colour(0xf0, 0xf6, 0xfc);

  private static final Colour PALE_IN_THE_DARK = new Colour(0x1a, 0x2a, 0x3b);

  private static final int STEPS = 50;

  /** Added to the required contrast, to allow for rounding. */
  private static final double SPARE = .2;

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

  /** Returns the nearest shade that is readable on light pages. */
  Colour onLight() {
    return until(READABLE, PALE, BLACK);
  }

  /** Returns the nearest shade that is readable on dark pages. */
  Colour onDark() {
    return until(READABLE, PALE_IN_THE_DARK, WHITE);
  }

  /** Returns the lightest shade for graphics on light pages. */
  Colour drawnOnLight() {
    Colour shade = this;
    for (int step = 1; towards(WHITE, share(step)).contrast(PALE) > VISIBLE + SPARE; step++) {
      shade = towards(WHITE, share(step));
    }
    return shade;
  }

  /** Returns the nearest shade for graphics on dark pages. */
  Colour drawnOnDark() {
    return until(VISIBLE, PALE_IN_THE_DARK, WHITE);
  }

  Colour darker() {
    return towards(BLACK, .35);
  }

  private Colour until(double contrast, Colour ground, Colour end) {
    Colour shade = this;
    for (int step = 1; shade.contrast(ground) < contrast + SPARE; step++) {
      shade = towards(end, share(step));
    }
    return shade;
  }

  private static double share(int step) {
    return (double) step / STEPS;
  }

  private Colour towards(Colour end, double part) {
    return new Colour(
        mixed(red, end.red, part), mixed(green, end.green, part), mixed(blue, end.blue, part));
  }

  private static int mixed(int from, int to, double part) {
    return (int) Math.round(from + (to - from) * part);
  }

  private double luminance() {
    return .2126 * linear(red) + .7152 * linear(green) + .0722 * linear(blue);
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= .04045 ? part / 12.92 : Math.pow((part + .055) / 1.055, 2.4);
  }

  /** Returns the CSS rules that use this colour. */
  String stylesheet() {
    return """
    :root { --brand: %1$s; --link: %2$s; --bs-link-hover-color: %3$s; --bar: %6$s; }
    .it-header-center-wrapper, .it-header-navbar-wrapper, .bg-primary { background: %1$s !important; }
    .it-header-slim-wrapper, .it-footer-main { background: %3$s; }
    .it-footer-small-prints { background: %4$s; }
    .btn-primary { --bs-btn-bg: %1$s; --bs-btn-hover-bg: %3$s; --bs-btn-active-bg: %3$s; }
    .btn-outline-primary { --bs-btn-color: %2$s; --bs-btn-hover-color: %3$s; --bs-btn-active-color: %3$s; box-shadow: inset 0 0 0 1px %2$s; }
    .form-check [type="checkbox"]:checked + label::after { background: %1$s; border-color: %1$s; }
    .form-check [type="radio"]:checked + label::after { background: %1$s; border-color: %1$s; }
    .form-check [type="radio"]:checked + label::before { border-color: %1$s; }
    @media (prefers-color-scheme: dark) {
      :root { --link: %5$s; --bs-link-hover-color: #fff; --bar: %7$s; }
      .btn-outline-primary { --bs-btn-color: %5$s; --bs-btn-hover-color: %5$s; --bs-btn-active-color: %5$s; box-shadow: inset 0 0 0 1px %5$s; }
      .form-check [type="radio"]:checked + label::after { background: %5$s; border-color: %5$s; }
      .form-check [type="radio"]:checked + label::before { border-color: %5$s; }
    }
    @media print { .it-header-center-wrapper { background: none !important; } }
    """
        .formatted(
            this, onLight(), darker(), darker().darker(), onDark(), drawnOnLight(), drawnOnDark());
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }
}
