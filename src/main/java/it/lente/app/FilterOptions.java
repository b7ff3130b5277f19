package it.lente.app;

import it.lente.messages.Messages;
import it.lente.record.Facet;
import it.lente.record.Measure;
import it.lente.search.Question;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The filters of lists as options: one for each facet and measure, repeatable. */
final class FilterOptions {

  private FilterOptions() {}

  static void addTo(CommandSpec command) {
    for (Facet facet : Facet.values()) {
      command.addOption(option(facet.key(), facet.name()));
    }
    for (Measure measure : Measure.values()) {
      command.addOption(option(measure.key(), measure.days() ? "DAY" : "EURO"));
    }
  }

  private static OptionSpec option(String key, String takes) {
    return OptionSpec.builder(name(key))
        .paramLabel(takes)
        .description(Messages.ENGLISH.get("option." + key))
        .type(List.class)
        .auxiliaryTypes(String.class)
        .initialValue(List.of())
        .build();
  }

  /** Converts «fileType» to «--file-type». */
  private static String name(String key) {
    return "--" + key.replaceAll("(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
  }

  /** Returns the given values by the names of the parameters. */
  static Map<String, List<String>> parameters(CommandSpec command) {
    return Question.FILTERS.stream()
        .collect(
            Collectors.toMap(Function.identity(), key -> command.findOption(name(key)).getValue()));
  }
}
