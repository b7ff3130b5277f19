package it.lente.analysis;

/**
 * Compares two words by the letters inserted, deleted, changed, or swapped with their neighbour,
 * none edited twice (optimal string alignment).
 */
public final class EditDistance {

  private EditDistance() {}

  public static boolean isWithin(int edits, String one, String other) {
    if (Math.abs(one.length() - other.length()) > edits) {
      return false;
    }
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    int[] next = new int[other.length() + 1];
    for (int k = 0; k <= other.length(); k++) {
      row[k] = k;
    }
    for (int i = 1; i <= one.length(); i++) {
      next[0] = i;
      for (int k = 1; k <= other.length(); k++) {
        int changed = row[k - 1] + (one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1);
        next[k] = Math.min(changed, Math.min(row[k], next[k - 1]) + 1);
        if (i > 1
            && k > 1
            && one.charAt(i - 1) == other.charAt(k - 2)
            && one.charAt(i - 2) == other.charAt(k - 1)) {
          next[k] = Math.min(next[k], last[k - 2] + 1);
        }
      }
      int[] free = last;
      last = row;
      row = next;
      next = free;
    }
    return row[other.length()] <= edits;
  }
}
