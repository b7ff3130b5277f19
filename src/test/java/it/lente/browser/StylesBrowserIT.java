package it.lente.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The build leaves out those styles of the design system that no page uses, and no others. */
@ExtendWith(Browsing.class)
class StylesBrowserIT {

  private static final String WHOLE =
      "/META-INF/resources/webjars/bootstrap-italia/2.17.0/dist/css/bootstrap-italia.min.css";

  /** A phone and a desk. */
  private static final List<Integer> WIDTHS = List.of(390, 1280);

  /** Each element with a sum of all its styles but variables, those of its pseudo-elements too. */
  private static final String STYLES =
      """
      () => {
        const sums = new Map();
        let names;
        document.getAnimations().forEach(change => change.finish());
        return [...document.querySelectorAll('body, body *')].map(at => {
          let sum = 0;
          for (const pseudo of [null, '::before', '::after', '::placeholder']) {
            const styles = getComputedStyle(at, pseudo);
            const absent = pseudo === '::placeholder' ? !at.placeholder : styles.content === 'none';
            if (pseudo && absent) {
              continue;
            }
            names ??= [...styles].filter(name => !/^--|block|inline/.test(name));
            const text = names.map(name => styles.getPropertyValue(name)).join();
            if (!sums.has(text)) {
              sums.set(text, [...text].reduce((n, sign) => (31 * n + sign.charCodeAt(0)) | 0, 0));
            }
            sum = (31 * sum + sums.get(text)) | 0;
          }
          return `${at.cloneNode().outerHTML} ${sum}`;
        });
      }
      """;

  /** The styles of one element. */
  private static final String ONE =
      """
      number => [null, '::before', '::after', '::placeholder'].flatMap(pseudo => {
        const at = document.querySelectorAll('body, body *')[number];
        const styles = getComputedStyle(at, pseudo);
        return [...styles].filter(name => !name.startsWith('--'))
          .map(name => `${pseudo ?? ''} ${name}: ${styles.getPropertyValue(name)}`);
      })
      """;

  @Test
  void pages_look_as_they_do_with_all_styles_of_the_design_system(Visitors visitors)
      throws IOException {
    byte[] whole = whole();
    Visitor some = visitors.atDesk();
    Visitor all = visitors.atDesk();
    all.page()
        .route(
            "**/design.css",
            route ->
                route.fulfill(new FulfillOptions().setContentType("text/css").setBodyBytes(whole)));

    for (String page : pages()) {
      some.open(page).awaitQuiet();
      all.open(page).awaitQuiet();
      for (int width : WIDTHS) {
        requireSame(some.page(), all.page(), width);
      }
    }
  }

  private static void requireSame(Page some, Page all, int width) {
    some.setViewportSize(width, some.viewportSize().height);
    all.setViewportSize(width, all.viewportSize().height);
    List<?> actual = (List<?>) some.evaluate(STYLES);
    List<?> expected = (List<?>) all.evaluate(STYLES);
    assertThat(actual).hasSameSizeAs(expected);
    for (int n = 0; n < actual.size(); n++) {
      if (!actual.get(n).equals(expected.get(n))) {
        assertThat((List<?>) some.evaluate(ONE, n))
            .as("%s, %d pixels: %s", some.url(), width, actual.get(n))
            .isEqualTo(all.evaluate(ONE, n));
      }
    }
  }

  private static List<String> pages() {
    List<String> pages = new ArrayList<>(EveryPage.in("it"));
    pages.add("/embed/search");
    pages.add(
        "/embed/processes/castel-frassino-piazza-ciclabile"
            + "/attachments/rapporto-finale-pdf-a66dec/pages/3?q=piazza");
    return pages;
  }

  private static byte[] whole() throws IOException {
    try (InputStream in = StylesBrowserIT.class.getResourceAsStream(WHOLE)) {
      return in.readAllBytes();
    }
  }
}
