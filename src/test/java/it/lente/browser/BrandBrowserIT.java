package it.lente.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages in the colour of an institution. */
@ExtendWith(Browsing.class)
class BrandBrowserIT {

  private static final List<String> PAGES =
      List.of(
          "/",
          "/?q=piazza&year=2019-2022",
          "/processes/castel-frassino-piazza-ciclabile?q=piazza",
          "/processes/castel-frassino-piazza-ciclabile/attachments/rapporto-finale-pdf-a66dec/pages/2",
          "/coverage",
          "/help");

  /** What is painted in a strong blue, as our own colour is; dark grounds are pale at most. */
  private static final String BLUE =
      """
      () => {
        const painted = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
        function isBlue(colour) {
          painted.clearRect(0, 0, 1, 1);
          painted.fillStyle = colour;
          painted.fillRect(0, 0, 1, 1);
          const [red, green, blue, seen] = painted.getImageData(0, 0, 1, 1).data;
          return seen > 100 && blue > green && blue - red > 60;
        }
        const found = new Set();
        for (const at of document.querySelectorAll('body *')) {
          const style = getComputedStyle(at);
          if (!at.checkVisibility({visibilityProperty: true}) || at.getBoundingClientRect().width < 2) {
            continue;
          }
          const edges = ['Top', 'Right', 'Bottom', 'Left']
            .filter(side => parseFloat(style[`border${side}Width`]) > 0)
            .map(side => `border${side}Color`);
          const drawn = at instanceof SVGElement ? ['fill'] : ['color', 'backgroundColor'];
          for (const what of [...drawn, ...edges]) {
            if (isBlue(style[what])) {
              found.add(`<${at.tagName.toLowerCase()} ${at.getAttribute('class') ?? ''}> ${what} ${style[what]}`);
            }
          }
        }
        return [...found];
      }
      """;

  @ParameterizedTest
  @MethodSource("pages")
  void its_colour_can_be_read_and_takes_the_place_of_ours(String page, Visitors visitors) {
    visitors.ofAnInstitution();
    for (Visitor visitor : List.of(visitors.atDesk(), visitors.atDeskInTheDark())) {
      visitor.open(page).awaitQuiet();

      assertThat(Axe.violations(visitor.page())).as(page).isEmpty();
      assertThat((List<?>) visitor.page().evaluate(BLUE)).as(page).isEmpty();
    }
  }

  static List<String> pages() {
    return PAGES;
  }
}
