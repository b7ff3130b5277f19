package it.lente.engine;

import java.util.List;

/**
 * A piece of text around occurrences.
 *
 * @param marks in order, without overlap, offsets in {@code text}
 */
public record Excerpt(String text, List<Mark> marks) {

  public Excerpt {
    marks = List.copyOf(marks);
  }
}
