package it.lente.web;

import it.lente.record.Facet;
import it.lente.record.Keyed;
import it.lente.search.Question;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A path of this site in canonical form: parameters and their values have a fixed order, and values
 * equal to the default are left out.
 *
 * @param base the path below which all pages are, the empty string at the root of a host
 */
record Address(String base, String path, Map<String, List<String>> parameters) {

  /** The parameter with the position of the result in the list, from 1. */
  static final String AT = "at";

  /** The parameter with the list's words, where others are sought in a document; * for none. */
  static final String LIST = "list";

  /** The parameter with the id of a process to compare. */
  static final String COMPARED = "id";

  /** The possible parameters with their positions in the address. */
  private static final Map<String, Integer> RANKS = ranks();

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "scope", "all",
          "sort", "relevance",
          "size", Integer.toString(Question.DEFAULT_SIZE),
          "page", "1",
          "order", "page");

  /** Addresses that differ in one parameter's value. A chart has many; the rest is built once. */
  record Series(String before, String suffix) {

    String with(String value) {
      return before + encode(value) + suffix;
    }
  }

  /** Creates an address at the root of a host; {@link #below} sets another base. */
  Address(String path, Map<String, List<String>> parameters) {
    this("", path, parameters);
  }

  Address {
    Map<String, List<String>> known = HashMap.newHashMap(parameters.size());
    parameters.forEach((name, given) -> {
      List<String> values = RANKS.containsKey(name) ? canonical(name, given) : List.of();
      if (!values.isEmpty()) {
        known.put(name, values);
      }
    });
    parameters = Map.copyOf(known);
  }

  private static List<String> canonical(String name, List<String> values) {
    if (values.size() == 1) {
      String value = values.getFirst().strip();
      return value.isEmpty() || value.equals(DEFAULTS.get(name)) ? List.of() : List.of(value);
    }
    return values.stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty() && !value.equals(DEFAULTS.get(name)))
        .distinct()
        .sorted()
        .toList();
  }

  private static Map<String, Integer> ranks() {
    List<String> order = new ArrayList<>(List.of("q", "scope"));
    order.addAll(Question.FILTERS);
    order.addAll(
        List.of(
            "contains",
            "facet",
            "sort",
            "size",
            "page",
            "order",
            "pages",
            "format",
            COMPARED,
            "lang"));
    order.addAll(List.of(LIST, AT));
    Map<String, Integer> ranks = new HashMap<>();
    order.forEach(name -> ranks.put(name, ranks.size()));
    return Map.copyOf(ranks);
  }

  /** Returns an address without parameters; segments are percent-encoded. */
  static Address of(String... segments) {
    StringBuilder path = new StringBuilder();
    for (String segment : segments) {
      path.append('/').append(encode(segment));
    }
    return new Address(path.toString(), Map.of());
  }

  static Address process(String id) {
    return of("processes", id);
  }

  static Address page(String process, String attachment, int page) {
    return of("processes", process, "attachments", attachment, "pages", Integer.toString(page));
  }

  /** Returns the path of a document's pages, up to the number of the page. */
  static String pages(String process, String attachment) {
    return "/processes/" + encode(process) + "/attachments/" + encode(attachment) + "/pages/";
  }

  static Address facet(Facet facet) {
    return of("facets", facet.key());
  }

  static Address coverage() {
    return of("coverage");
  }

  static Address original(String process, String file) {
    StringBuilder path = new StringBuilder("/attachments/").append(encode(process));
    for (String segment : file.split("/")) {
      path.append('/').append(encode(segment));
    }
    return new Address(path.toString(), Map.of());
  }

  /** Returns an address with the same parameters and another path. */
  Address under(String otherPath) {
    return new Address(base, otherPath, parameters);
  }

  /** Returns the same address with another base path. */
  Address below(String newBase) {
    return new Address(newBase, path, parameters);
  }

  /** Sets the only value of a parameter; an empty value removes it. */
  Address with(String name, String value) {
    return changed(name, List.of(value));
  }

  Address with(String name, int value) {
    return with(name, Integer.toString(value));
  }

  Address adding(String name, String value) {
    return changed(name, Stream.concat(values(name).stream(), Stream.of(value)).toList());
  }

  Address without(String name) {
    return changed(name, List.of());
  }

  /** Removes all filters. */
  Address withoutFilters() {
    Map<String, List<String>> changed = new HashMap<>(parameters);
    changed.keySet().removeAll(Question.FILTERS);
    return new Address(base, path, changed);
  }

  /** Removes one value of a parameter; a facet's value is found in any spelling. */
  Address without(String name, String value) {
    UnaryOperator<String> identity =
        Keyed.find(Facet.values(), name)
            .<UnaryOperator<String>>map(facet -> facet::identity)
            .orElse(UnaryOperator.identity());
    String removed = identity.apply(value);
    return changed(
        name,
        values(name).stream().filter(other -> !identity.apply(other).equals(removed)).toList());
  }

  /** Returns whether there is no parameter, the language aside. */
  boolean isBare() {
    return parameters.keySet().stream().allMatch(name -> name.equals("lang"));
  }

  /** Returns the values of a parameter in the order in which they are written. */
  List<String> values(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  String value(String name) {
    return values(name).stream().findFirst().orElse("");
  }

  private Address changed(String name, List<String> values) {
    Map<String, List<String>> changed = new HashMap<>(parameters);
    changed.put(name, values);
    return new Address(base, path, changed);
  }

  /** Returns addresses with one value of this parameter, which must not be its default. */
  Series series(String name) {
    // In a user's text «=» is encoded as «%3D», so this finds the parameter itself.
    String sample = with(name, "0").toString();
    int at = sample.indexOf(name + "=0") + name.length() + 1;
    return new Series(sample.substring(0, at), sample.substring(at + 1));
  }

  /** Returns the address of an anchor within the page. */
  String place(String name) {
    return this + "#" + name;
  }

  @Override
  public String toString() {
    List<String> names = new ArrayList<>(parameters.keySet());
    names.sort(Comparator.comparing(RANKS::get));
    StringBuilder written = new StringBuilder(base).append(path);
    char mark = '?';
    for (String name : names) {
      for (String value : values(name)) {
        written.append(mark).append(name).append('=').append(encode(value));
        mark = '&';
      }
    }
    return written.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
