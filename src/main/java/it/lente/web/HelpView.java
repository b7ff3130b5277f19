package it.lente.web;

import it.lente.engine.EngineUnavailableException;
import it.lente.engine.FacetCounts;
import it.lente.record.Facet;
import it.lente.record.TreePath;
import it.lente.search.FacetQuestion;
import it.lente.search.RequestParameters;
import it.lente.search.Search;
import it.lente.search.SimplerQuestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The guide to searching, with examples that find something in the collection that is served. */
record HelpView(PageLayout frame, List<Topic> topics) {

  private static final List<String> TOPICS =
      List.of(
          ("words spellings synonyms misspelt phrase open minus or fields sentence common scope"
                  + " filters pages")
              .split(" "));

  /** Number of letters of a word's beginning, and the fewest of a word that serves as example. */
  private static final int BEGINNING = 5;

  /**
   * A part of the guide.
   *
   * @param example with its count, empty if the topic has none or nothing in the collection shows
   *     it
   */
  record Topic(String key, Optional<SimplerQuestion> example) {}

  static HelpView of(PageLayout frame, Search search) {
    Map<String, List<String>> tried = new LinkedHashMap<>();
    TOPICS.forEach(topic -> tried.put(topic, new ArrayList<>()));
    List<SimplerQuestion> found = List.of();
    try {
      collect(tried, frame, search);
      Set<String> all = new LinkedHashSet<>();
      tried.values().forEach(all::addAll);
      found = search.finding(all);
    } catch (EngineUnavailableException notYet) {
      tried.replaceAll((topic, examples) -> List.of());
    }
    List<SimplerQuestion> finding = found;
    return new HelpView(
        frame,
        TOPICS.stream()
            .map(topic ->
                new Topic(
                    topic,
                    tried.get(topic).stream()
                        .flatMap(q -> finding.stream().filter(each -> each.q().equals(q)))
                        .findFirst()))
            .toList());
  }

  /** Collects for each topic the example in the messages, then those made of the facets' values. */
  private static void collect(Map<String, List<String>> tried, PageLayout frame, Search search) {
    for (String topic :
        List.of(
            "spellings",
            "synonyms",
            "misspelt",
            "phrase",
            "open",
            "minus",
            "or",
            "fields",
            "sentence")) {
      tried.get(topic).add(frame.messages().get("help." + topic + ".example"));
    }
    List<String> themes = labels(search, Facet.THEME);
    List<String> places = labels(search, Facet.PLACE);
    for (String theme : themes) {
      tried.get("phrase").add('"' + theme + '"');
      String word = theme.split("\\W+", 2)[0];
      if (word.length() > BEGINNING) {
        tried.get("open").add(word.substring(0, BEGINNING) + "*");
        tried.get("misspelt").add(word.substring(0, 2) + word.substring(1));
      }
      for (String place : places) {
        tried.get("fields").add("tema:\"%s\" luogo:\"%s\"".formatted(theme, place));
        tried.get("minus").add("\"%s\" -\"%s\"".formatted(theme, place));
      }
    }
    if (themes.size() > 1) {
      tried.get("or").add("\"%s\" OR \"%s\"".formatted(themes.get(0), themes.get(1)));
    }
  }

  /** Returns the most frequent values of a facet, of a tree only their own names. */
  private static List<String> labels(Search search, Facet facet) {
    FacetCounts counts =
        search.facet(FacetQuestion.lenient(facet, new RequestParameters(Map.of())));
    return counts.first(facet, 4).values().stream()
        .map(value -> TreePath.parse(value.value()).label().replace('"', ' '))
        .distinct()
        .toList();
  }
}
