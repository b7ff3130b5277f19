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

  private static final String GROUND = "getComputedStyle(document.body).backgroundColor";

  /** A folder for screenshots, the empty string if none are wanted. */
  private static final String SCREENSHOTS = System.getProperty("lente.screenshots", "");

  /** The elements, and where each is: all that there is of a page but its colours. */
  private static final String SHAPE =
      """
      () => {
        document.getAnimations().forEach(change => change.finish());
        return [...document.querySelectorAll('*')].map(at => {
          const {x, y, width, height} = at.getBoundingClientRect();
          const shown = at.checkVisibility({visibilityProperty: true, opacityProperty: true});
          return `${at.cloneNode().outerHTML} ${x} ${y} ${width} ${height} ${shown}`;
        });
      }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"it", "en", "de"})
  void nobody_at_a_desk_is_kept_from_using_a_page(String language, Visitors visitors) {
    requireUsable(visitors.atDesk(), language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"it", "en", "de"})
  void nobody_on_a_phone_is_kept_from_using_a_page(String language, Visitors visitors) {
    requireUsable(visitors.onPhone(), language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"it", "en", "de"})
  void nobody_is_kept_from_using_the_page_that_says_there_is_none(
      String language, Visitors visitors) {
    Visitor visitor = visitors.atDesk().openMissing(MISSING + language);

    requireUsable(visitor);
    requireUsableInTheDark(visitor);
  }

  @Test
  void who_prefers_the_dark_sees_dark_pages(Visitors visitors) {
    Visitor light = visitors.atDesk().open("/");
    Visitor dark = visitors.atDeskInTheDark().open("/");

    assertThat(light.page().evaluate(GROUND)).isEqualTo("rgb(255, 255, 255)");
    assertThat(dark.page().evaluate(GROUND)).isEqualTo("rgb(18, 25, 32)");
    requireShape(dark, shape(light));
    assertThat(light.preferDark(true).page().evaluate(GROUND)).isEqualTo("rgb(18, 25, 32)");
  }

  private static void requireUsable(Visitor visitor, String language) {
    Axe.prepare(visitor.page());
    for (String page : EveryPage.in(language)) {
      visitor.preferDark(false).open(page).awaitQuiet();
      String shown = page.replaceFirst(".lang=..$", "").replaceAll("[^A-Za-z0-9]+", "-");

      keep(visitor, shown, language);
      requireUsable(visitor);
      // The languages have the same colours; screenshots are wanted of all.
      if (language.equals("it") || !SCREENSHOTS.isEmpty()) {
        requireUsableInTheDark(visitor);
        keep(visitor, shown, language + "-dark");
      }
    }
  }

  private static void requireUsable(Visitor visitor) {
    assertThat(Axe.violations(visitor.page())).as(visitor.address()).isEmpty();
    assertThat(Focus.faults(visitor.page())).as(visitor.address()).isEmpty();
    visitor.requireNothingCutOff();
  }

  /** Colours are looked at once more, and whatever else there is must be what it was. */
  private static void requireUsableInTheDark(Visitor visitor) {
    List<?> light = shape(visitor);
    visitor.preferDark(true);

    requireShape(visitor, light);
    assertThat(Axe.violationsOfColour(visitor.page())).as(visitor.address()).isEmpty();
    assertThat(Focus.faults(visitor.page())).as(visitor.address()).isEmpty();
  }

  private static void requireShape(Visitor visitor, List<?> expected) {
    List<?> shape = shape(visitor);
    assertThat(shape).as(visitor.address()).hasSameSizeAs(expected);
    for (int n = 0; n < shape.size(); n++) {
      assertThat((Object) shape.get(n)).as(visitor.address()).isEqualTo(expected.get(n));
    }
  }

  private static List<?> shape(Visitor visitor) {
    return (List<?>) visitor.page().evaluate(SHAPE);
  }

  /** With {@code -Dlente.screenshots=DIR}, what is seen is kept there. */
  private static void keep(Visitor visitor, String shown, String shades) {
    if (!SCREENSHOTS.isEmpty()) {
      int width = visitor.page().viewportSize().width;
      visitor.screenshot(Path.of(SCREENSHOTS, shown + "-" + width + "-" + shades + ".png"));
    }
  }
}
