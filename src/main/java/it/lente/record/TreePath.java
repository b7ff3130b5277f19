package it.lente.record;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A value with parents, from the widest to the narrowest: region, province, municipality; theme,
 * topic.
 *
 * @param names at least one, none blank
 */
public record TreePath(List<String> names) {

  private static final String SEPARATOR = " > ";

  /** Precompiled, which halves the time for lists of a tree's values, as each of them is parsed. */
  private static final Pattern PARTED = Pattern.compile(SEPARATOR, Pattern.LITERAL);

  public TreePath {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a path needs at least one name");
    }
  }

  public static TreePath of(String... names) {
    return new TreePath(List.of(names));
  }

  /** Parses the result of {@link #value()}. */
  public static TreePath parse(String value) {
    return new TreePath(List.of(PARTED.split(value, -1)));
  }

  /** Returns the path in the form of filters: «Lombardia > Monza e della Brianza > Vimercate». */
  public String value() {
    return String.join(SEPARATOR, names);
  }

  /** Returns the last name, for people. */
  public String label() {
    return names.getLast();
  }

  /** Returns the path above this one, or the empty string at the top. */
  public String parent() {
    return String.join(SEPARATOR, names.subList(0, names.size() - 1));
  }

  /** Returns this path and every path above it, the widest first. */
  public List<TreePath> withAncestors() {
    List<TreePath> paths = new ArrayList<>();
    for (int depth = 1; depth <= names.size(); depth++) {
      paths.add(new TreePath(names.subList(0, depth)));
    }
    return paths;
  }
}
