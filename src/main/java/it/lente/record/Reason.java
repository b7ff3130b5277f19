package it.lente.record;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a file or a record could not be read, or not wholly. It has no words: the messages of each
 * language have a sentence for its code.
 *
 * @param arguments numbers, as {@link Long}s, and names, in the order of the sentence's places
 * @param causes the reasons that the sentence quotes in its last place, none if it has no such
 *     place
 */
public record Reason(ReasonCode code, List<Object> arguments, List<Reason> causes) {

  public Reason {
    arguments = arguments.stream().map(Reason::plain).toList();
    causes = List.copyOf(causes);
  }

  private static Object plain(Object argument) {
    return argument instanceof Number number ? (Object) number.longValue() : argument.toString();
  }

  /** Words of another program, which are shown as they are; they are in English. */
  public static Reason quoted(String words) {
    return ReasonCode.QUOTED.with(words);
  }

  /**
   * Some of a file's parts have the same fate.
   *
   * @param numbers all of them; as many as {@code limit} are named
   */
  public static Reason on(TextUnit unit, List<Integer> numbers, int limit, Reason why) {
    return ReasonCode.valueOf(unit.name())
        .with(numbers.size(), first(numbers, limit), more(numbers, limit), why);
  }

  /**
   * Some files or records have the same fate.
   *
   * @param names all of them; as many as {@code limit} are named
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
