package it.lente.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What keeps people from using a page, as far as a program can tell. */
final class Axe {

  private static final String SCRIPT = script();
  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
  private static final String RUN =
      """
      rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, preload: false, resultTypes: ['violations']})
        .then(found => found.violations.flatMap(broken => broken.nodes.map(node =>
          broken.id + ': ' + node.target.join(' ') + ' (' + node.failureSummary + ')')))
      """;

  private Axe() {}

  /** One line for each place that breaks a rule of WCAG 2.2, levels A and AA. */
  static List<String> violations(Page page) {
    page.evaluate(SCRIPT);
    return ((List<?>) page.evaluate(RUN, RULES)).stream().map(String::valueOf).toList();
  }

  private static String script() {
    try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
