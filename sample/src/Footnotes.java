package sample;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The notes of a report, numbered from 1. In a paragraph «word^[text]» becomes the word and one
 * private character, which is set as the raised number of the note.
 */
final class Footnotes {

  private static final Pattern NOTE = Pattern.compile("\\^\\[([^\\]]*)\\]");
  private static final Pattern AROUND_MARKS =
      Pattern.compile("(?<=[\\uE000-\\uF8FF])|(?=[\\uE000-\\uF8FF])");
  private static final char BEFORE_FIRST = '\uE000';

  private final List<String> texts = new ArrayList<>();

  /** Takes the notes out of a paragraph and leaves a mark for each. */
  String marked(String paragraph) {
    return NOTE.matcher(paragraph)
        .replaceAll(note -> {
          texts.add(note.group(1));
          return Character.toString(BEFORE_FIRST + texts.size());
        });
  }

  /** Returns the notes of a line, each with its number before it. */
  List<String> of(String line) {
    return pieces(line).stream()
        .filter(Footnotes::isMark)
        .map(mark -> number(mark) + " " + texts.get(Integer.parseInt(number(mark)) - 1))
        .collect(Collectors.toList());
  }

  /** Returns a line as texts and marks, in their order. */
  static List<String> pieces(String line) {
    return Stream.of(AROUND_MARKS.split(line)).filter(piece -> !piece.isEmpty()).toList();
  }

  static boolean isMark(String piece) {
    return piece.length() == 1 && piece.charAt(0) > BEFORE_FIRST && piece.charAt(0) <= '\uF8FF';
  }

  static String number(String mark) {
    return Integer.toString(mark.charAt(0) - BEFORE_FIRST);
  }
}
