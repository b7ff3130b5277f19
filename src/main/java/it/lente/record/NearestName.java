package it.lente.record;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that was probably intended. */
public final class NearestName {

  private NearestName() {}

  /**
   * Returns the nearest known name in whatever case; empty if more than half of its letters would
   * change.
   */
  public static Optional<String> to(String name, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.comparingInt((String candidate) -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .filter(best -> distance(name, best) <= Math.max(name.length(), best.length()) / 2);
  }

  /** Returns « Did you mean …?» to append to a refusal, the empty string if nothing is near. */
  public static String hint(String name, Collection<String> known) {
    return to(name, known).map(best -> " Did you mean “" + best + "”?").orElse("");
  }

  /** Counts the letters to insert, delete or replace. */
  private static int distance(String name, String known) {
    String from = name.toLowerCase(Locale.ROOT);
    String to = known.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int exchanged = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
