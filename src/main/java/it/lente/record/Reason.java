package it.lente.record;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A reason why a file or a record could not be read completely. It contains no text: the messages
 * of each language have a sentence for its code.
 *
 * @param arguments numbers, as {@link Long}s, and names, in the order of the placeholders
 * @param causes the reasons in the sentence's last placeholder, empty if it has none for them
 */
public record Reason(ReasonCode code, List<Object> arguments, List<Reason> causes) {

  public Reason {
    arguments = arguments.stream().map(Reason::plain).toList();
    causes = List.copyOf(causes);
  }

  private static Object plain(Object argument) {
    return argument instanceof Number number ? (Object) number.longValue() : argument.toString();
  }

  /** Returns words of another program, in English, which are shown unchanged. */
  public static Reason quoted(String words) {
    return ReasonCode.QUOTED.with(words);
  }

  /**
   * Returns a reason that applies to some parts of a file.
   *
   * @param numbers all of them, of which at most {@code limit} are named
   */
  public static Reason on(TextUnit unit, List<Integer> numbers, int limit, Reason why) {
    return ReasonCode.valueOf(unit.name())
        .with(numbers.size(), first(numbers, limit), more(numbers, limit), why);
  }

  /**
   * Returns a reason that applies to some files or records.
   *
   * @param names all of them, of which at most {@code limit} are named
   */
  public static Reason of(ReasonCode code, List<String> names, int limit, List<Reason> why) {
    return code.with(first(names, limit), more(names, limit), why);
  }

  private static String first(List<?> all, int limit) {
    return all.stream().limit(limit).map(Object::toString).collect(Collectors.joining(", "));
  }

  private static int more(List<?> all, int limit) {
    return Math.max(0, all.size() - limit);
  }

  /** Returns a list with one more reason before the others. */
  public static List<Reason> before(Reason first, List<Reason> others) {
    List<Reason> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return List.copyOf(all);
  }
}
