package it.lente;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What SECURITY.md promises is held by the tests that it names. */
class SecurityPromisesTest {

  private static final Pattern NAMED = Pattern.compile("`([A-Za-z]+(?:Test|IT))\\.([a-z0-9_]+)`");

  @Test
  void each_promise_names_tests_that_exist() throws IOException {
    Map<String, Path> sources;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .collect(
                  Collectors.toMap(
                      file -> file.getFileName().toString().replace(".java", ""),
                      file -> file,
                      (one, other) -> one));
    }
    List<String> promises =
        Files.readAllLines(Path.of("SECURITY.md")).stream()
            .dropWhile(line -> !line.equals("| promise | held by |"))
            .takeWhile(line -> line.startsWith("|"))
            .skip(2)
            .toList();
    assertThat(promises).hasSizeGreaterThan(10);
    for (String promise : promises) {
      List<MatchResult> named = NAMED.matcher(promise).results().toList();
      assertThat(named).as(promise).isNotEmpty();
      for (MatchResult test : named) {
        assertThat(sources).as(promise).containsKey(test.group(1));
        assertThat(Files.readString(sources.get(test.group(1))))
            .as(promise)
            .contains("void " + test.group(2) + "(");
      }
    }
  }
}
