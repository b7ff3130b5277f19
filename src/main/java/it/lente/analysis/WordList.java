package it.lente.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The closed lists of this package: words separated by white space, a # begins a remark. */
final class WordList {

  private WordList() {}

  /** Returns a number that changes with every word of these lists. */
  static int fingerprint() {
    return Stream.of(
            "acts",
            "first-parts",
            "function-words",
            "irregular-plurals",
            "masculines-in-a",
            "nouns-in-e",
            "short-adjectives",
            "two-genders-two-meanings")
        .map(name -> lines(name + ".txt").toList())
        .toList()
        .hashCode();
  }

  static Set<String> words(String resource) {
    return lines(resource)
        .flatMap(line -> Arrays.stream(line.split("\\s+")))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns pairs from lines of two words. */
  static Map<String, String> pairs(String resource) {
    return lines(resource)
        .map(line -> line.split("\\s+"))
        .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
  }

  /** Returns the content of the lines, without remarks and empty lines. */
  static Stream<String> lines(String resource) {
    try (InputStream in = WordList.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException("the word list " + resource + " cannot be read", e);
    }
  }
}
