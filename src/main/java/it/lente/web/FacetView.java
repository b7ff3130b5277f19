package it.lente.web;

import it.lente.engine.FacetCount;
import it.lente.engine.FacetCounts;
import it.lente.messages.Messages;
import it.lente.record.Facet;
import it.lente.record.TreePath;
import it.lente.search.Answer;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A facet as a group of check boxes.
 *
 * @param choices the values shown at once
 * @param years each year from the first to the last, of {@link Facet#YEAR} only
 * @param from the first year of the range in the number fields, or the empty string
 * @param all the address of the page with all values, the empty string if all are listed here
 * @param list the list of processes that the values filter
 * @param narrows true if a value is selected, or one would leave some processes out
 */
record FacetView(
    Facet facet,
    List<Choice> choices,
    List<Choice> years,
    String from,
    String to,
    Link all,
    Address list,
    boolean narrows) {

  /** Number of values shown next to a list of processes; the facet's page has the others. */
  static final int SHOWN = 6;

  /** A separate page is not offered if it would show only one or two more values. */
  private static final int SPARE = 2;

  /** The facets that are always open, because most people use them. */
  private static final Set<Facet> STANDING =
      Set.of(Facet.STATUS, Facet.YEAR, Facet.PLACE, Facet.THEME);

  /**
   * A value that can be selected.
   *
   * @param depth number of ancestors above the value in the list
   * @param share the length of its bar, in percent of the longest
   * @param inRange true if a selected range of years already contains the value
   */
  record Choice(
      String value,
      String label,
      String count,
      boolean checked,
      int depth,
      int share,
      boolean inRange) {}

  /** The link to all values with their number; the address is empty if all are listed here. */
  record Link(String address, int count) {

    static final Link NONE = new Link("", 0);
  }

  /**
   * Addresses of lists that are filtered by one value of the facet only.
   *
   * @param each null if the page has no room for that many addresses
   */
  record Links(Address.Series each, String none, String alone) {

    /** Returns the list filtered by this value alone; if it already is, the list without it. */
    String only(Choice choice) {
      return only(choice.value());
    }

    String only(String value) {
      return each == null ? null : value.equals(alone) ? none : each.with(value);
    }

    static Links of(Address list, String key, int number) {
      List<String> chosen = list.values(key);
      return new Links(
          RequestContext.isRepeatable(list, number) ? list.series(key) : null,
          list.without(key).toString(),
          chosen.size() == 1 ? chosen.getFirst() : "");
    }
  }

  /**
   * Returns the facets that have a value.
   *
   * @param shown number of values of each facet, besides the selected ones
   */
  static List<FacetView> all(Answer answer, RequestContext visit, int shown) {
    List<FacetView> views = new ArrayList<>();
    Address list = visit.here().without("page");
    for (Facet facet : Facet.values()) {
      FacetCounts counts = answer.result().facets().get(facet);
      if (counts != null && (!counts.values().isEmpty() || facet == Facet.YEAR)) {
        List<String> chosen = answer.question().chosen().of(facet);
        FacetView view =
            facet == Facet.YEAR
                ? years(counts, chosen, list, visit.messages())
                : plain(facet, counts, shown, list, visit.messages());
        views.add(
            chosen.isEmpty() && !isUneven(counts, answer.result().total()) ? view.idle() : view);
      }
    }
    return List.copyOf(views);
  }

  /** Returns whether a value applies to some of the listed processes but not to all. */
  private static boolean isUneven(FacetCounts counts, int total) {
    return counts.values().stream().anyMatch(value -> value.count() > 0 && value.count() < total);
  }

  private FacetView idle() {
    return new FacetView(facet, choices, years, from, to, all, list, false);
  }

  private static FacetView plain(
      Facet facet, FacetCounts counts, int shown, Address list, Messages messages) {
    List<FacetCount> values =
        counts.values().size() > shown + SPARE
            ? counts.first(facet, shown).values()
            : counts.values();
    List<Choice> choices =
        facet.tree()
            ? asTree(facet, values, messages)
            : values.stream()
                .map(count ->
                    choice(
                        count, messages.label(facet, count.value()), count.selected(), 0, messages))
                .toList();
    Link all =
        RequestContext.isRepeatable(list, Facet.values().length)
                && counts.size() > values.stream().filter(value -> value.count() > 0).count()
            ? new Link(list.under(Address.facet(facet).path()).toString(), counts.size())
            : Link.NONE;
    return new FacetView(facet, choices, List.of(), "", "", all, list, true);
  }

  static Choice choice(
      FacetCount count, String label, boolean checked, int depth, Messages messages) {
    return new Choice(
        count.value(), label, messages.number(count.count()), checked, depth, 0, false);
  }

  /** Places children after their parents; the order among siblings does not change. */
  private static List<Choice> asTree(Facet facet, List<FacetCount> counts, Messages messages) {
    Set<String> listed = counts.stream().map(FacetCount::value).collect(Collectors.toSet());
    Map<String, List<FacetCount>> children =
        counts.stream().collect(Collectors.groupingBy(count -> nearest(count.value(), listed)));
    List<Choice> choices = new ArrayList<>();
    addBranches(facet, "", 0, children, messages, choices);
    return choices;
  }

  private static void addBranches(
      Facet facet,
      String parent,
      int depth,
      Map<String, List<FacetCount>> children,
      Messages messages,
      List<Choice> choices) {
    for (FacetCount count : children.getOrDefault(parent, List.of())) {
      String label = shortened(messages.path(facet, TreePath.parse(count.value())), depth);
      choices.add(choice(count, label, count.selected(), depth, messages));
      addBranches(facet, count.value(), depth + 1, children, messages, choices);
    }
  }

  /** Returns the closest listed ancestor, or the empty string. */
  private static String nearest(String value, Set<String> listed) {
    String ancestor = TreePath.parse(value).parent();
    while (!ancestor.isEmpty() && !listed.contains(ancestor)) {
      ancestor = TreePath.parse(ancestor).parent();
    }
    return ancestor;
  }

  /** Returns the name alone below a listed parent, else the whole path. */
  private static String shortened(TreePath path, int depth) {
    return depth > 0 ? path.label() : path.value();
  }

  /**
   * Lists every year between the first and the last, each with a bar. The first selected range
   * fills the number fields; any further one is a check box, so that submitting the form keeps it.
   */
  static FacetView years(FacetCounts counts, List<String> chosen, Address list, Messages messages) {
    List<String> ranges = chosen.stream().filter(FacetView::isRange).toList();
    Map<String, FacetCount> byYear =
        counts.values().stream().collect(Collectors.toMap(FacetCount::value, count -> count));
    int highest = counts.values().stream().mapToInt(FacetCount::count).max().orElse(0);
    List<Choice> choices = new ArrayList<>();
    ranges.stream()
        .skip(1)
        .forEach(range -> choices.add(new Choice(range, dashed(range), "", true, 0, 0, false)));
    if (byYear.containsKey(Facet.NO_YEAR)) {
      choices.add(bar(Facet.YEAR, byYear.get(Facet.NO_YEAR), chosen, highest, messages));
    }
    List<Choice> each =
        span(counts, chosen)
            .mapToObj(Integer::toString)
            .map(year -> byYear.getOrDefault(year, new FacetCount(year, 0, false)))
            .map(count -> bar(Facet.YEAR, count, chosen, highest, messages))
            .toList();
    String[] bounds = ranges.isEmpty() ? new String[] {"", ""} : bounds(ranges.getFirst());
    return new FacetView(
        Facet.YEAR, List.copyOf(choices), each, bounds[0], bounds[1], Link.NONE, list, true);
  }

  Links links() {
    return Links.of(list, facet.key(), years.size());
  }

  /** Returns all years from the first to the last that has a count or is selected. */
  private static IntStream span(FacetCounts counts, List<String> chosen) {
    IntSummaryStatistics years =
        counts.values().stream()
            .filter(count -> count.count() > 0 || chosen.contains(count.value()))
            .filter(count -> !count.value().equals(Facet.NO_YEAR))
            .mapToInt(count -> Integer.parseInt(count.value()))
            .summaryStatistics();
    return years.getCount() == 0
        ? IntStream.empty()
        : IntStream.rangeClosed(years.getMin(), years.getMax());
  }

  static Choice bar(
      Facet facet, FacetCount count, List<String> chosen, int highest, Messages messages) {
    boolean checked = chosen.contains(count.value());
    return new Choice(
        count.value(),
        messages.label(facet, count.value()),
        messages.number(count.count()),
        checked,
        0,
        share(count.count(), highest),
        count.selected() && !checked);
  }

  /** Returns the length of a bar, in percent of the longest. */
  static int share(int count, int highest) {
    return highest == 0 ? 0 : Math.ceilDiv(count * 100, highest);
  }

  private static boolean isRange(String value) {
    return value.contains("-") || value.contains("..");
  }

  private static String[] bounds(String range) {
    return range.split("-|\\.\\.", -1);
  }

  /** Formats a range of years for people; returns any other value unchanged. */
  static String dashedIfYear(Facet facet, String value) {
    return facet == Facet.YEAR ? dashed(value) : value;
  }

  /** Formats a range for people, with a dash. */
  static String dashed(String range) {
    return range.replace("..", "–").replace('-', '–');
  }

  /** Returns whether the facet is closed at first: few people use it, and nothing is selected. */
  boolean folded() {
    return !STANDING.contains(facet)
        && Stream.concat(choices.stream(), years.stream()).noneMatch(Choice::checked);
  }

  /** Returns whether the years are open at first, because one of them is selected. */
  boolean yearsAreOpen() {
    return years.stream().anyMatch(Choice::checked);
  }
}
