package it.lente.app;

import static picocli.CommandLine.Spec.Target.MIXEE;

import it.lente.search.RequestParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The words and options of every command that takes a reader's question. */
final class QuestionOptions {

  private CommandSpec spec;

  @Parameters(
      paramLabel = "WORDS",
      arity = "0..*",
      description = "what to look for; all processes if there is none")
  private List<String> words = List.of();

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "how many are shown, 1 to 100 (default: 20)")
  private String size;

  @Option(names = "--page", paramLabel = "N", description = "which page of them, from 1")
  private String page;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description = "all, records or attachments (default: all)")
  private String scope;

  @Option(
      names = "--sort",
      paramLabel = "SORT",
      description = "relevance, newest, oldest, title, updated or seen")
  private String sort;

  @Spec(MIXEE)
  void setSpec(CommandSpec command) {
    spec = command;
    FilterOptions.addTo(command);
  }

  /** Returns the values as the parameters of a request. */
  RequestParameters parameters() {
    Map<String, List<String>> values = new HashMap<>(FilterOptions.parameters(spec));
    values.put("q", List.of(String.join(" ", words)));
    values.put("size", Stream.ofNullable(size).toList());
    values.put("page", Stream.ofNullable(page).toList());
    values.put("scope", Stream.ofNullable(scope).toList());
    values.put("sort", Stream.ofNullable(sort).toList());
    values.values().removeIf(List::isEmpty);
    return new RequestParameters(values);
  }
}
