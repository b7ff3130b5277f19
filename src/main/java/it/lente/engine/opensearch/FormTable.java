package it.lente.engine.opensearch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The forms of a collection with the number of processes that have each, field by field; or what a
 * commit adds to and subtracts from them. Sorted, immutable.
 */
final class FormTable {

  static final FormTable EMPTY = new FormTable(new String[0], new int[0]);

  private static final int FIELDS = PositionMap.FIELDS.size();

  private final String[] forms;
  private final int[] counts;

  private FormTable(String[] forms, int[] counts) {
    this.forms = forms;
    this.counts = counts;
  }

  /** Returns the number of forms. */
  int size() {
    return forms.length;
  }

  /** Returns a form by its place in the order. */
  String form(int index) {
    return forms[index];
  }

  /** Creates a table of changes. */
  static FormTable of(SortedMap<String, int[]> changes) {
    String[] forms = changes.keySet().toArray(String[]::new);
    int[] counts = changes.values().stream().flatMapToInt(Arrays::stream).toArray();
    return new FormTable(forms, counts);
  }

  /** Adds the numbers of one form to changes, times a factor of 1 or -1. */
  static void add(Map<String, int[]> changes, String form, int[] fields, int factor) {
    int[] its = changes.computeIfAbsent(form, each -> new int[FIELDS]);
    for (int field = 0; field < FIELDS; field++) {
      its[field] += factor * fields[field];
    }
  }

  /** Returns the index of the first form that is not before a text. */
  int ceiling(String text) {
    int found = Arrays.binarySearch(forms, text);
    return found < 0 ? -found - 1 : found;
  }

  /** Returns the number of processes that have a form in a field. */
  int count(String form, int field) {
    int found = Arrays.binarySearch(forms, form);
    return found < 0 ? 0 : counts[found * FIELDS + field];
  }

  /** Returns the numbers of a form in all fields. */
  int[] of(int index) {
    return Arrays.copyOfRange(counts, index * FIELDS, (index + 1) * FIELDS);
  }

  /** Returns the sum over all fields. */
  long sum(int index) {
    long sum = 0;
    for (int field = 0; field < FIELDS; field++) {
      sum += counts[index * FIELDS + field];
    }
    return sum;
  }

  /** Returns the number of fields in which a form occurs. */
  int fields(int index) {
    int fields = 0;
    for (int field = 0; field < FIELDS; field++) {
      fields += counts[index * FIELDS + field] > 0 ? 1 : 0;
    }
    return fields;
  }

  /** Returns the sum of two tables, without forms that occur nowhere. */
  FormTable plus(FormTable other) {
    String[] all = new String[forms.length + other.forms.length];
    int[] sums = new int[all.length * FIELDS];
    int size = 0;
    int i = 0;
    int k = 0;
    while (i < forms.length || k < other.forms.length) {
      int order =
          i == forms.length ? 1 : k == other.forms.length ? -1 : forms[i].compareTo(other.forms[k]);
      boolean any = false;
      for (int field = 0; field < FIELDS; field++) {
        int sum =
            (order <= 0 ? counts[i * FIELDS + field] : 0)
                + (order >= 0 ? other.counts[k * FIELDS + field] : 0);
        sums[size * FIELDS + field] = sum;
        any |= sum != 0;
      }
      all[size] = order <= 0 ? forms[i] : other.forms[k];
      i += order <= 0 ? 1 : 0;
      k += order >= 0 ? 1 : 0;
      size += any ? 1 : 0;
    }
    return new FormTable(Arrays.copyOf(all, size), Arrays.copyOf(sums, size * FIELDS));
  }

  /** Returns the table as lines of a form and its numbers, at most so many forms each. */
  List<String> lines(int most) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < forms.length; i++) {
      part.append(forms[i]);
      for (int field = 0; field < FIELDS; field++) {
        part.append(' ').append(counts[i * FIELDS + field]);
      }
      part.append('\n');
      if ((i + 1) % most == 0 || i + 1 == forms.length) {
        parts.add(part.toString());
        part.setLength(0);
      }
    }
    return parts;
  }

  /** Reads what {@link #lines} wrote. */
  static FormTable parse(String lines) {
    String[] each = lines.isEmpty() ? new String[0] : lines.split("\n", -1);
    int size = lines.isEmpty() ? 0 : each.length - 1;
    String[] forms = new String[size];
    int[] counts = new int[size * FIELDS];
    for (int i = 0; i < size; i++) {
      String[] values = each[i].split(" ", -1);
      forms[i] = values[0];
      for (int field = 0; field < FIELDS; field++) {
        counts[i * FIELDS + field] = Integer.parseInt(values[field + 1]);
      }
    }
    return new FormTable(forms, counts);
  }
}
