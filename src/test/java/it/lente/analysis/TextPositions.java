package it.lente.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Positions read from texts on the spot: the slow way, against which an index is held. */
public final class TextPositions implements FormPositions {

  private final Map<String, List<Integer>> positions = new HashMap<>();
  private final List<int[]> offsets = new ArrayList<>();
  private int next;

  /** Texts that run on, one behind the other. */
  public static TextPositions ofTexts(String... texts) {
    TextPositions positions = new TextPositions();
    for (String text : texts) {
      positions.add(text);
    }
    return positions;
  }

  public void add(String text) {
    add(text, start -> true);
  }

  /** Adds those forms of a text whose beginnings, offsets in it, are wanted. */
  public void add(String text, IntPredicate wanted) {
    FormReader reader = new FormReader();
    reader.read(text);
    while (reader.next()) {
      if (!wanted.test(reader.start())) {
        continue;
      }
      positions.computeIfAbsent(reader.form(), form -> new ArrayList<>()).add(next++);
      offsets.add(new int[] {reader.start(), reader.end()});
    }
  }

  /** Leaves positions empty, so that no phrase reaches over them. */
  public void gap(int size) {
    for (int i = 0; i < size; i++) {
      offsets.add(null);
    }
    next += size;
  }

  /** The position of the next form to come. */
  public int next() {
    return next;
  }

  /** Every form that stands somewhere. */
  public Set<String> forms() {
    return positions.keySet();
  }

  /** Start and end of the form at a position, offsets in its own text. */
  public int[] offsets(int position) {
    return offsets.get(position);
  }

  @Override
  public int[] of(String form) {
    return positions.getOrDefault(form, List.of()).stream().mapToInt(Integer::intValue).toArray();
  }
}
