package it.lente.app;

/** Counts for people. */
final class Plural {

  private Plural() {}

  /** «1 page», «2 pages». */
  static String of(long count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }
}
