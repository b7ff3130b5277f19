package it.lente.app;

import it.lente.record.Facet;
import it.lente.record.Measure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What narrows a list of processes, as options: each may be repeated. */
final class FilterOptions {

  @Option(names = "--status", paramLabel = "STATUS", description = "such as Concluso")
  private List<String> statuses = List.of();

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "2019, 2015-2019, 2015-, -2019 or none")
  private List<String> years = List.of();

  @Option(
      names = "--place",
      paramLabel = "PLACE",
      description = "such as “Lombardia > Monza e della Brianza”")
  private List<String> places = List.of();

  @Option(names = "--theme", paramLabel = "THEME", description = "such as “Ambiente”")
  private List<String> themes = List.of();

  @Option(names = "--technique", paramLabel = "NAME", description = "such as “World Café”")
  private List<String> techniques = List.of();

  @Option(names = "--level", paramLabel = "LEVEL", description = "such as Consultazione")
  private List<String> levels = List.of();

  @Option(
      names = "--nature",
      paramLabel = "NATURE",
      description = "such as “Processo certificato e finanziato”")
  private List<String> natures = List.of();

  @Option(names = "--holder", paramLabel = "NAME", description = "who decides in the end")
  private List<String> holders = List.of();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "with an attachment in this state, such as needs-ocr")
  private List<String> states = List.of();

  @Option(
      names = "--file-type",
      paramLabel = "TYPE",
      description = "with an attachment of this type, such as pdf")
  private List<String> fileTypes = List.of();

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "with an attachment in this language, such as it")
  private List<String> languages = List.of();

  @Option(
      names = "--extension",
      paramLabel = "ANSWER",
      description = "an extension was granted: yes, no or unknown")
  private List<String> extensions = List.of();

  @Option(
      names = "--women",
      paramLabel = "ANSWER",
      description = "women were among the participants: yes, no or unknown")
  private List<String> women = List.of();

  @Option(
      names = "--funded",
      paramLabel = "EURO",
      description = "amount funded: 15000, 15000.., ..5000 or 5000..15000")
  private List<String> funded = List.of();

  @Option(names = "--cost", paramLabel = "EURO", description = "total cost, likewise")
  private List<String> costs = List.of();

  @Option(
      names = "--updated",
      paramLabel = "DAY",
      description = "last change: 2021-07-01.., ..2021-07 or 2020..2021")
  private List<String> updated = List.of();

  /** By the names of the parameters. */
  Map<String, List<String>> parameters() {
    Map<String, List<String>> values = new HashMap<>();
    for (Facet facet : Facet.values()) {
      values.put(facet.key(), given(facet));
    }
    for (Measure measure : Measure.values()) {
      values.put(measure.key(), given(measure));
    }
    return values;
  }

  private List<String> given(Facet facet) {
    return switch (facet) {
      case STATUS -> statuses;
      case YEAR -> years;
      case PLACE -> places;
      case THEME -> themes;
      case TECHNIQUE -> techniques;
      case LEVEL -> levels;
      case NATURE -> natures;
      case HOLDER -> holders;
      case STATE -> states;
      case FILE_TYPE -> fileTypes;
      case LANGUAGE -> languages;
      case EXTENSION -> extensions;
      case WOMEN -> women;
    };
  }

  private List<String> given(Measure measure) {
    return switch (measure) {
      case FUNDED -> funded;
      case COST -> costs;
      case UPDATED -> updated;
    };
  }
}
