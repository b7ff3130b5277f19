package it.lente.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What keeps people from using a page, as far as a program can tell. */
final class Axe {

  private static final String SCRIPT = script();
  private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

  private static final String RUN =
      """
      runOnly => axe.run(document, {runOnly, preload: false, resultTypes: ['violations']})
        .then(found => found.violations.flatMap(broken => broken.nodes.map(node =>
          broken.id + ': ' + node.target.join(' ') + ' (' + node.failureSummary + ')')))
      """;

  private static final String COLOUR_RULES =
      """
      levels => axe.getRules(levels)
        .filter(({tags}) => tags.includes('cat.color') && !tags.includes('experimental'))
        .map(rule => rule.ruleId)
      """;

  private Axe() {}

  /**
   * From here on each page that is loaded has axe, which is compiled once and not on every page.
   */
  static void prepare(Page page) {
    page.addInitScript(SCRIPT);
  }

  /** One line for each place that breaks a rule of WCAG 2.2, levels A and AA. */
  static List<String> violations(Page page) {
    load(page);
    return lines(page.evaluate(RUN, Map.of("type", "tag", "values", LEVELS)));
  }

  /** Of those, what depends on colours: enough where nothing else differs from a page looked at. */
  static List<String> violationsOfColour(Page page) {
    load(page);
    List<String> rules = lines(page.evaluate(COLOUR_RULES, LEVELS));
    assertThat(rules).contains("color-contrast");
    return lines(page.evaluate(RUN, Map.of("type", "rule", "values", rules)));
  }

  private static void load(Page page) {
    if ((boolean) page.evaluate("!window.axe")) {
      page.evaluate(SCRIPT);
    }
  }

  private static List<String> lines(Object found) {
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  private static String script() {
    try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
