package it.lente.app;

/** Formats numbers with a noun. */
final class Plural {

  private Plural() {}

  static String of(long count, String one) {
    String ending = one.endsWith("s") ? "es" : "s";
    return count + " " + one + (count == 1 ? "" : ending);
  }
}
