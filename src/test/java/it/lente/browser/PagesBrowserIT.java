package it.lente.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, in both languages, at a desk and on a phone, light and dark. */
@ExtendWith(Browsing.class)
class PagesBrowserIT {

  private static final String REPORT =
      "/processes/castel-frassino-piazza-ciclabile/attachments/rapporto-finale-pdf-a66dec/pages/";

  private static final String DARK = "matchMedia('(prefers-color-scheme: dark)').matches";

  /** As far as WCAG 1.4.12 asks for. */
  private static final String SPACED =
      """
      Object.assign(document.documentElement.style,
        {lineHeight: '1.5', letterSpacing: '.12em', wordSpacing: '.16em'})
      """;

  private static final String DOCUMENT =
      "/processes/pieve-alta-biblioteca/attachments/racconto-dei-laboratori-docx-2a7ebc/pages/";

  private static final List<String> PAGES =
      List.of(
          "/",
          "/?sort=newest",
          "/?q=piazza",
          "/?q=%22piazza+ciclabile%22&status=Concluso&year=2019-2022",
          "/?q=parolachenonce",
          "/processes/castel-frassino-piazza-ciclabile",
          "/processes/ponte-antico-sisma?q=assemblea",
          REPORT + "3?q=piazza+ciclabile",
          REPORT + "2",
          KnownReports.page("guasta.pdf", 1, "scialuppa"),
          DOCUMENT + "1?q=laboratorio",
          "/?funded=1000..&extension=yes",
          "/facets/place?place=Lombardia&contains=a",
          "/coverage",
          "/coverage?state=failed",
          "/help",
          "/about",
          "/api",
          "/accessibility",
          "/problems/not-found");

  @ParameterizedTest
  @ValueSource(strings = {"it", "en"})
  void nobody_at_a_desk_is_kept_from_using_a_page(String language, Visitors visitors) {
    requireUsable(visitors.atDesk(), language);
    requireUsable(visitors.atDeskInTheDark(), language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"it", "en"})
  void nobody_on_a_phone_is_kept_from_using_a_page(String language, Visitors visitors) {
    requireUsable(visitors.onPhone(), language);
    requireUsable(visitors.onPhoneInTheDark(), language);
  }

  @Test
  void enlarged_and_widely_spaced_nothing_is_cut_off(Visitors visitors) {
    Visitor visitor = visitors.enlarging();
    for (String page : PAGES) {
      visitor.open(page).awaitQuiet();
      visitor.requireNothingCutOff();
      visitor.page().evaluate(SPACED);
      visitor.requireNothingCutOff();
    }
  }

  @Test
  void nobody_is_kept_from_using_the_page_that_says_there_is_none(Visitors visitors) {
    Visitor visitor = visitors.atDesk().openMissing("/processes/nessuno");

    assertThat(Axe.violations(visitor.page())).isEmpty();
  }

  /** With {@code -Dlente.screenshots=DIR}, what is seen is kept there. */
  private static void requireUsable(Visitor visitor, String language) {
    String folder = System.getProperty("lente.screenshots", "");
    for (String page : PAGES) {
      visitor.open(page + (page.contains("?") ? "&lang=" : "?lang=") + language);
      visitor.awaitQuiet();

      if (!folder.isEmpty()) {
        int width = visitor.page().viewportSize().width;
        boolean dark = (boolean) visitor.page().evaluate(DARK);
        String shades = language + (dark ? "-dark" : "") + ".png";
        String name = page.replaceAll("[^A-Za-z0-9]+", "-") + "-" + width + "-" + shades;
        visitor.screenshot(Path.of(folder, name));
      }
      assertThat(Axe.violations(visitor.page())).as(visitor.address()).isEmpty();
      visitor.requireNothingCutOff();
    }
  }
}
