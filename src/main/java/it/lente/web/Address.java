package it.lente.web;

import it.lente.record.Facet;
import it.lente.record.Measure;
import it.lente.search.Question;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An address of ours in its one canonical form: parameters in a fixed order, the values of each in
 * order, those that say no more than the default left out.
 */
record Address(String path, Map<String, List<String>> parameters) {

  /** The parameters that narrow a list of processes. */
  static final List<String> FILTERS =
      Stream.concat(
              Stream.of(Facet.values()).map(Facet::key),
              Stream.of(Measure.values()).map(Measure::key))
          .toList();

  /** The parameters that an address can have, each with its place among them. */
  private static final Map<String, Integer> RANKS = ranks();

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "scope", "all",
          "sort", "relevance",
          "size", Integer.toString(Question.DEFAULT_SIZE),
          "page", "1",
          "order", "page");

  Address {
    Map<String, List<String>> known = new HashMap<>();
    parameters.forEach((name, given) -> {
      List<String> values = RANKS.containsKey(name) ? canonical(name, given) : List.of();
      if (!values.isEmpty()) {
        known.put(name, values);
      }
    });
    parameters = Map.copyOf(known);
  }

  private static List<String> canonical(String name, List<String> values) {
    return values.stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty() && !value.equals(DEFAULTS.get(name)))
        .distinct()
        .sorted()
        .toList();
  }

  private static Map<String, Integer> ranks() {
    List<String> order = new ArrayList<>(List.of("q", "scope"));
    order.addAll(FILTERS);
    order.addAll(List.of("contains", "sort", "size", "page", "order", "pages", "format", "lang"));
    Map<String, Integer> ranks = new HashMap<>();
    order.forEach(name -> ranks.put(name, ranks.size()));
    return Map.copyOf(ranks);
  }

  /** An address without parameters; the segments are written so that any text may stand in them. */
  static Address of(String... segments) {
    return new Address(
        Stream.of(segments).map(Address::encode).collect(Collectors.joining("/", "/", "")),
        Map.of());
  }

  static Address process(String id) {
    return of("processes", id);
  }

  static Address page(String process, String attachment, int page) {
    return of("processes", process, "attachments", attachment, "pages", Integer.toString(page));
  }

  /** All values of a facet. */
  static Address facet(Facet facet) {
    return of("facets", facet.key());
  }

  /** What became of the files. */
  static Address coverage() {
    return of("coverage");
  }

  /** The original file of an attachment. */
  static Address original(String process, String file) {
    List<String> segments = new ArrayList<>(List.of("attachments", process));
    segments.addAll(List.of(file.split("/")));
    return of(segments.toArray(String[]::new));
  }

  /** The same parameters under another path. */
  Address under(String otherPath) {
    return new Address(otherPath, parameters);
  }

  /** With this as the parameter's only value; nothing for an empty value. */
  Address with(String name, String value) {
    return changed(name, List.of(value));
  }

  Address with(String name, int value) {
    return with(name, Integer.toString(value));
  }

  /** With one more value of the parameter. */
  Address adding(String name, String value) {
    return changed(name, Stream.concat(values(name).stream(), Stream.of(value)).toList());
  }

  Address without(String name) {
    return changed(name, List.of());
  }

  /** Without any of the parameters that narrow a list. */
  Address withoutFilters() {
    Map<String, List<String>> changed = new HashMap<>(parameters);
    changed.keySet().removeAll(FILTERS);
    return new Address(path, changed);
  }

  /** Without one value of the parameter. */
  Address without(String name, String value) {
    return changed(name, values(name).stream().filter(other -> !other.equals(value)).toList());
  }

  /** The values that are written. */
  List<String> values(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /** The only value, or the empty string. */
  String value(String name) {
    return values(name).stream().findFirst().orElse("");
  }

  private Address changed(String name, List<String> values) {
    Map<String, List<String>> changed = new HashMap<>(parameters);
    changed.put(name, values);
    return new Address(path, changed);
  }

  /** The place of this name inside the page. */
  String place(String name) {
    return this + "#" + name;
  }

  @Override
  public String toString() {
    String query =
        parameters.keySet().stream()
            .sorted(Comparator.comparing(RANKS::get))
            .flatMap(name -> values(name).stream().map(value -> name + "=" + encode(value)))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
