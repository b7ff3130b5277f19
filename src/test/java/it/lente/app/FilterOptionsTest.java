package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.Facet;
import it.lente.record.Measure;
import it.lente.search.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class FilterOptionsTest {

  private static CommandSpec given() {
    CommandSpec command = CommandSpec.create();
    FilterOptions.addTo(command);
    return command;
  }

  @Test
  void every_facet_and_measure_is_an_option_that_may_be_repeated() {
    CommandSpec command = given();
    new CommandLine(command)
        .parseArgs("--file-type", "pdf", "--file-type=odt", "--updated", "2021..");
    Map<String, List<String>> values = FilterOptions.parameters(command);
    assertThat(values).containsOnlyKeys(Question.FILTERS);
    assertThat(values.get("fileType")).containsExactly("pdf", "odt");
    assertThat(values.get("updated")).containsExactly("2021..");
    assertThat(values.get("status")).isEmpty();
  }

  @Test
  void every_filter_is_in_the_documents_as_an_option_and_as_a_parameter() throws IOException {
    StringBuilder documents = new StringBuilder(Files.readString(Path.of("README.md")));
    try (Stream<Path> files = Files.list(Path.of("docs"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".md")).toList()) {
        documents.append(Files.readString(file));
      }
    }
    List<String> expected = new ArrayList<>();
    given()
        .options()
        .forEach(
            option -> expected.add("`%s %s`".formatted(option.longestName(), option.paramLabel())));
    Stream.of(Facet.values()).forEach(facet -> expected.add("`" + facet.key() + "`"));
    Stream.of(Measure.values()).forEach(measure -> expected.add("`" + measure.key() + "`"));
    assertThat(documents).contains(expected.toArray(String[]::new));
  }
}
