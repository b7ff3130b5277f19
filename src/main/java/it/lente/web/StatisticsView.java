package it.lente.web;

import it.lente.engine.FacetCount;
import it.lente.engine.FacetCounts;
import it.lente.engine.Filters.Range;
import it.lente.messages.Messages;
import it.lente.record.Facet;
import it.lente.record.Keyed;
import it.lente.record.Measure;
import it.lente.record.TreePath;
import it.lente.search.Answer;
import it.lente.search.FacetQuestion;
import it.lente.search.Overview;
import it.lente.search.Question;
import it.lente.search.RangeCount;
import it.lente.search.RequestParameters;
import it.lente.search.Search;
import it.lente.web.FacetView.Choice;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Charts of the processes that answer.
 *
 * @param list the address of their list
 * @param map the regions or provinces, empty if none has a process
 */
record StatisticsView(
    PageLayout frame,
    Answer answer,
    Address list,
    List<ResultsView.Chip> chips,
    List<Chart> charts,
    Optional<TileMap> map) {

  private static final List<Facet> CHARTS =
      List.of(Facet.YEAR, Facet.STATUS, Facet.PLACE, Facet.THEME, Facet.TECHNIQUE, Facet.LEVEL);

  /** Ranges of amounts that are counted, in euro. */
  static final List<String> FUNDED =
      List.of(
          "..4999.99",
          "5000..9999.99",
          "10000..19999.99",
          "20000..49999.99",
          "50000..99999.99",
          "100000..");

  private static final long CENTS = 100;

  /** The parameter that names one chart. */
  private static final String ONE = "facet";

  private static final List<String> COLUMNS = List.of("facet", "value", "label", "processes");

  /**
   * The counts of a facet or measure.
   *
   * @param key of the facet or measure
   * @param bars the values that have processes
   * @param years each year from the first to the last, null for another facet
   * @param csv the address of all values
   */
  record Chart(
      String key,
      String title,
      List<Choice> bars,
      FacetView years,
      FacetView.Links links,
      String csv) {}

  /** Reads the question about the processes that are counted; few are listed. */
  static Question question(RequestContext visit) {
    return Question.lenient(
        new RequestParameters(visit.here().without("page").with("size", 1).parameters()));
  }

  static StatisticsView of(Overview overview, RequestContext visit) {
    Answer answer = overview.answer();
    Messages messages = visit.messages();
    Address here = visit.here().without("page").without("size").without("format").without(ONE);
    Address list = here.under("/");
    List<Chart> charts =
        Stream.concat(
                CHARTS.stream().map(facet -> chart(facet, answer, here, list, messages)),
                Stream.of(funded(overview, here, list, messages)))
            .filter(chart -> !chart.bars().isEmpty())
            .toList();
    PageLayout frame =
        PageLayout.of(visit, messages.get("statistics.title"))
            .describedAs(messages.get("statistics.intro"));
    return new StatisticsView(
        here.isBare() ? frame : frame.notIndexed(),
        answer,
        list,
        ResultsView.chips(answer.question(), here, messages),
        charts,
        TileMap.of(
            answer.result().facets().get(Facet.PLACE),
            answer.question().chosen().of(Facet.PLACE),
            list));
  }

  private static Chart chart(
      Facet facet, Answer answer, Address here, Address list, Messages messages) {
    FacetCounts counts = answer.result().facets().get(facet);
    List<String> chosen = answer.question().chosen().of(facet);
    String parent = facet.tree() && chosen.size() == 1 ? chosen.getFirst() : "";
    List<FacetCount> shown = shown(facet, parent, counts);
    int highest = shown.stream().mapToInt(FacetCount::count).max().orElse(0);
    String name = messages.get(facet == Facet.PLACE ? "statistics.region" : "facet." + facet.key());
    boolean inside = shown.stream().anyMatch(each -> isChild(each.value(), parent));
    return new Chart(
        facet.key(),
        !parent.isEmpty() && inside
            ? messages.get(
                "statistics.within",
                messages.get("facet." + facet.key()),
                messages.path(facet, TreePath.parse(parent)).value())
            : name,
        shown.stream().map(each -> FacetView.bar(facet, each, chosen, highest, messages)).toList(),
        facet == Facet.YEAR ? FacetView.years(counts, chosen, list, messages) : null,
        FacetView.Links.of(list, facet.key(), shown.size()),
        csv(here, facet.key()));
  }

  private static Chart funded(Overview overview, Address here, Address list, Messages messages) {
    String key = Measure.FUNDED.key();
    Set<String> chosen = overview.answer().question().chosen().of(Measure.FUNDED).keySet();
    int highest = overview.funded().stream().mapToInt(RangeCount::count).max().orElse(0);
    List<Choice> bars =
        counted(overview.funded()).stream()
            .map(each -> bar(each, chosen, highest, messages))
            .toList();
    return new Chart(
        key,
        messages.get("measure." + key),
        bars,
        null,
        FacetView.Links.of(list, key, bars.size()),
        csv(here, key));
  }

  private static List<RangeCount> counted(List<RangeCount> ranges) {
    return ranges.stream().filter(each -> each.count() > 0).toList();
  }

  private static Choice bar(
      RangeCount counted, Set<String> chosen, int highest, Messages messages) {
    return new Choice(
        counted.value(),
        amount(counted.range(), messages),
        messages.number(counted.count()),
        chosen.contains(counted.value()),
        0,
        FacetView.share(counted.count(), highest),
        false);
  }

  /** Formats a range in whole euro: «da 5.000 a 9.999 €». */
  private static String amount(Range range, Messages messages) {
    String from = messages.number(Math.floorDiv(range.from(), CENTS));
    String to = messages.number(Math.floorDiv(range.to(), CENTS));
    return MeasureView.between("statistics.amount", range, from, to, messages);
  }

  private static String csv(Address here, String key) {
    return here.with("format", "csv").with(ONE, key).toString();
  }

  /** Returns the values to draw: of a tree the top ones, or those below the one selected. */
  private static List<FacetCount> shown(Facet facet, String parent, FacetCounts counts) {
    List<FacetCount> counted = counts.values().stream().filter(value -> value.count() > 0).toList();
    if (!facet.tree()) {
      return counted;
    }
    List<FacetCount> children =
        counted.stream().filter(value -> isChild(value.value(), parent)).toList();
    return (children.isEmpty()
            ? counted.stream().filter(value -> isChild(value.value(), "")).toList()
            : children)
        .stream().limit(FacetCounts.LISTED).toList();
  }

  private static boolean isChild(String value, String parent) {
    return TreePath.parse(value).parent().equals(parent);
  }

  /** Returns «12 processi trovati». */
  String count() {
    return frame.messages().get("results.count", answer.result().total());
  }

  List<String> notes() {
    return ResultsView.notes(answer, chips, frame);
  }

  String all() {
    return list.under(frame.visit().here().path()).with("format", "csv").toString();
  }

  /** Returns the fields that keep the filters while other words are sought. */
  List<HiddenField> kept() {
    return HiddenField.of(list, Set.of("q"));
  }

  /** Returns all values of one chart, or of all, as comma-separated values (RFC 4180). */
  static String csv(Search search, RequestContext visit) throws IOException {
    StringWriter out = new StringWriter();
    out.write(CsvRow.BYTE_ORDER_MARK);
    CsvRow.write(COLUMNS, out);
    String only = visit.parameters().one(ONE);
    Optional<Facet> one = Keyed.find(Facet.values(), only);
    Question question = question(visit);
    Messages messages = visit.messages();
    boolean funded = only.equals(Measure.FUNDED.key());
    for (Facet facet : funded ? List.<Facet>of() : one.map(List::of).orElse(CHARTS)) {
      List<FacetCount> all =
          new ArrayList<>(search.facet(new FacetQuestion(facet, question, "", 1, 1)).values());
      if (facet == Facet.YEAR) {
        all.sort(Comparator.comparing(FacetCount::value));
      }
      for (FacetCount value : all) {
        String label = messages.label(facet, value.value());
        write(facet.key(), value.value(), label, value.count(), out);
      }
    }
    if (funded || one.isEmpty()) {
      for (RangeCount each : counted(search.ranges(question, Measure.FUNDED, FUNDED))) {
        String label = amount(each.range(), messages);
        write(Measure.FUNDED.key(), each.value(), label, each.count(), out);
      }
    }
    return out.toString();
  }

  private static void write(String key, String value, String label, int count, StringWriter out)
      throws IOException {
    CsvRow.write(List.of(key, value, label, Integer.toString(count)), out);
  }
}
