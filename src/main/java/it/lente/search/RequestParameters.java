package it.lente.search;

import it.lente.record.NearestName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters of a request, by name, each with the values it was given. Blank values are the
 * same as none: a form sends its empty fields.
 */
public record RequestParameters(Map<String, List<String>> values) {

  private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}");

  public RequestParameters {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Returns the parameters with at most a number of values of the given names together. */
  public RequestParameters limited(List<String> names, int limit) {
    Map<String, List<String>> kept = new LinkedHashMap<>(values);
    int room = limit;
    for (String name : values.keySet()) {
      if (names.contains(name)) {
        List<String> given = all(name);
        List<String> first = given.subList(0, Math.min(room, given.size()));
        kept.put(name, first);
        room -= first.size();
      }
    }
    return new RequestParameters(kept);
  }

  /** Returns the first of the given names with values beyond a limit, if any. */
  public Optional<String> beyond(List<String> names, int limit) {
    RequestParameters limited = limited(names, limit);
    return values.keySet().stream()
        .filter(names::contains)
        .filter(name -> limited.all(name).size() < all(name).size())
        .findFirst();
  }

  /** Refuses unknown parameters. */
  void allowOnly(Set<String> known) {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new InvalidParameterException(
            name,
            "There is no parameter “%s” here. Known are: %s."
                .formatted(name, known.stream().sorted().collect(Collectors.joining(", "))));
      }
    }
  }

  /** Returns the given values, without blank ones. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .map(value -> CONTROL_CHARACTERS.matcher(value).replaceAll(" ").strip())
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  /** Returns the only value, or the empty string. */
  public String one(String name) {
    List<String> given = all(name);
    if (given.size() > 1) {
      throw new InvalidParameterException(
          name, "“%s” is given twice: give it once.".formatted(name));
    }
    return given.isEmpty() ? "" : given.getFirst();
  }

  /** Returns the only value as a number within bounds. */
  public int number(String name, int absent, int least, int most) {
    String value = one(name);
    if (value.isEmpty()) {
      return absent;
    }
    if (value.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new InvalidParameterException(
        name,
        "“%s” must be a whole number from %d to %d, not “%s”.".formatted(name, least, most, value));
  }

  /** Returns the choice whose key is the only value. */
  public <T> T choice(String name, T absent, T[] choices, Function<T, String> key) {
    String value = one(name);
    if (value.isEmpty()) {
      return absent;
    }
    return chosen(name, value, choices, key);
  }

  /** Returns the given values, none if there are none. */
  <T> List<T> choices(String name, T[] choices, Function<T, String> key) {
    return all(name).stream().map(value -> chosen(name, value, choices, key)).toList();
  }

  private static <T> T chosen(String name, String value, T[] choices, Function<T, String> key) {
    return Stream.of(choices)
        .filter(choice -> key.apply(choice).equals(value))
        .findFirst()
        .orElseThrow(() -> {
          List<String> keys = Stream.of(choices).map(key).toList();
          return new InvalidParameterException(
              name,
              "“%s” must be one of %s, not “%s”.%s"
                  .formatted(name, String.join(", ", keys), value, NearestName.hint(value, keys)));
        });
  }
}
