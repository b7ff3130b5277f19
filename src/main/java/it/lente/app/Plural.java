package it.lente.app;

/** Formats numbers with a noun. */
final class Plural {

  private Plural() {}

  static String of(long count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }
}
