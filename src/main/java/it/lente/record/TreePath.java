package it.lente.record;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A value that has parents, from the widest to the narrowest: region, province, municipality;
 * theme, topic.
 *
 * @param names at least one, none blank
 */
public record TreePath(List<String> names) {

  private static final String SEPARATOR = " > ";

  /** Every value of a tree in a list is parsed: a pattern made once is half of that. */
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

  /** The path that {@link #value()} wrote. */
  public static TreePath parse(String value) {
    return new TreePath(List.of(PARTED.split(value, -1)));
  }

  /** The whole path, as filters take it: «Lombardia > Monza e della Brianza > Vimercate». */
  public String value() {
    return String.join(SEPARATOR, names);
  }

  /** The narrowest name, as people read it. */
  public String label() {
    return names.getLast();
  }

  /** The path above this one, or the empty string at the top. */
  public String parent() {
    return String.join(SEPARATOR, names.subList(0, names.size() - 1));
  }

  /** This path and every path above it, the widest first. */
  public List<TreePath> withAncestors() {
    List<TreePath> paths = new ArrayList<>();
    for (int depth = 1; depth <= names.size(); depth++) {
      paths.add(new TreePath(names.subList(0, depth)));
    }
    return paths;
  }
}
