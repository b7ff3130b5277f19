package it.lente.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, in every language, at a desk and on a phone, light and dark. */
@ExtendWith(Browsing.class)
class PagesBrowserIT {

  private static final String MISSING = "/processes/nessuno?lang=";

  private static final String DARK = "matchMedia('(prefers-color-scheme: dark)').matches";

  private static final String GROUND = "getComputedStyle(document.body).backgroundColor";

  @ParameterizedTest
  @ValueSource(strings = {"it", "en", "de"})
  void nobody_at_a_desk_is_kept_from_using_a_page(String language, Visitors visitors) {
    requireUsable(visitors.atDesk(), language);
    requireUsable(visitors.atDeskInTheDark(), language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"it", "en", "de"})
  void nobody_on_a_phone_is_kept_from_using_a_page(String language, Visitors visitors) {
    requireUsable(visitors.onPhone(), language);
    requireUsable(visitors.onPhoneInTheDark(), language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"it", "en", "de"})
  void nobody_is_kept_from_using_the_page_that_says_there_is_none(
      String language, Visitors visitors) {
    for (Visitor visitor : List.of(visitors.atDesk(), visitors.atDeskInTheDark())) {
      visitor.openMissing(MISSING + language);

      requireUsable(visitor);
    }
  }

  @Test
  void who_prefers_the_dark_sees_dark_pages(Visitors visitors) {
    Visitor light = visitors.atDesk().open("/");
    Visitor dark = visitors.atDeskInTheDark().open("/");

    assertThat(light.page().evaluate(GROUND)).isEqualTo("rgb(255, 255, 255)");
    assertThat(dark.page().evaluate(GROUND)).isEqualTo("rgb(18, 25, 32)");
  }

  /** With {@code -Dlente.screenshots=DIR}, what is seen is kept there. */
  private static void requireUsable(Visitor visitor, String language) {
    String folder = System.getProperty("lente.screenshots", "");
    for (String page : EveryPage.in(language)) {
      visitor.open(page).awaitQuiet();

      if (!folder.isEmpty()) {
        int width = visitor.page().viewportSize().width;
        boolean dark = (boolean) visitor.page().evaluate(DARK);
        String shades = language + (dark ? "-dark" : "") + ".png";
        String shown = page.replaceFirst(".lang=..$", "").replaceAll("[^A-Za-z0-9]+", "-");
        visitor.screenshot(Path.of(folder, shown + "-" + width + "-" + shades));
      }
      requireUsable(visitor);
    }
  }

  private static void requireUsable(Visitor visitor) {
    assertThat(Axe.violations(visitor.page())).as(visitor.address()).isEmpty();
    assertThat(Focus.faults(visitor.page())).as(visitor.address()).isEmpty();
    visitor.requireNothingCutOff();
  }
}
