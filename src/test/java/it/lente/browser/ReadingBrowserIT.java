package it.lente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a result to the word on the page, and on from there. */
@ExtendWith(Browsing.class)
class ReadingBrowserIT {

  private static final String REPORT = "diritta.pdf";
  private static final String WORD = "lanterna";

  /** How often the report has the word. */
  private static final int ALL = 12;

  /** More than the keys that lead from the field to the first page of a result. */
  private static final int MANY_TABS = 60;

  private static final String SIDE_BY_SIDE =
      """
      () => {
        const frame = document.querySelector('#page-sheet').getBoundingClientRect();
        const [left, right] = [...document.querySelectorAll('.sheet-page')].map(page => page.getBoundingClientRect());
        return left.left >= frame.left && left.right <= right.left && right.right <= frame.right && left.top === right.top;
      }
      """;

  @Test
  void an_excerpt_leads_to_its_word_and_back(Visitors visitors) {
    Visitor visitor = visitors.atDesk().search(WORD);
    Locator excerpt = visitor.attachment(REPORT).locator(".excerpt-page").nth(1);
    String page = excerpt.innerText();

    visitor.follow(excerpt);

    int hit = Integer.parseInt(visitor.address().replaceFirst(".*#hit-", ""));
    visitor.requireAt(hit, ALL);
    assertThat(visitor.page().locator("#places [aria-current=page]")).containsText(page);

    visitor.page().goBack();
    assertThat(visitor.attachment(REPORT)).isVisible();
  }

  @Test
  void next_and_previous_lead_over_all_pages(Visitors visitors) {
    Visitor visitor = visitors.atDesk().search(WORD).followPage(REPORT, 1).requireAt(1, ALL);
    Locator next = visitor.page().locator("#hit-next");
    Locator previous = visitor.page().locator("#hit-previous");
    assertThat(previous).hasAttribute("aria-disabled", "true");

    for (int hit = 2; hit <= ALL; hit++) {
      next.click();
      visitor.requireAt(hit, ALL);
    }
    assertThat(next).hasAttribute("aria-disabled", "true");

    previous.click();
    visitor.requireAt(ALL - 1, ALL);
    // Steps within a page leave no trace in the browser's history: back is the page before.
    visitor.page().goBack();
    visitor.requireAt(ALL - 2, ALL);
  }

  @Test
  void a_place_in_the_list_and_a_tick_of_the_bar_lead_to_their_page(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open(KnownReports.page(REPORT, 1, WORD));

    visitor.follow(visitor.page().locator("#places li a").nth(3)).requireAt(5, ALL);
    assertThat(visitor.page().locator("#page-sheet[data-drawn='6']")).isVisible();

    visitor.follow(visitor.page().locator("#page-bar a").nth(5)).requireAt(9, ALL);
    assertThat(visitor.page().locator("#page-sheet[data-drawn='8']")).isVisible();
  }

  @Test
  void a_page_is_reached_by_its_name_or_its_number(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open(KnownReports.page(REPORT, 1, WORD));
    Locator field = visitor.page().locator("#go-page");

    for (List<String> way :
        List.of(List.of("ii", "2"), List.of("3", "6"), List.of("9", "9"), List.of("III", "3"))) {
      field.fill(way.getFirst());
      field.press("Enter");

      visitor.page().waitForURL(Pattern.compile(".*/pages/" + way.getLast() + "\\?.*"));
      visitor.page().locator("#page-sheet[data-drawn='" + way.getLast() + "']").waitFor();
    }
  }

  @Test
  void enter_in_the_field_goes_on_and_with_shift_back(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open(KnownReports.page(REPORT, 3, WORD) + "#hit-2");
    visitor.requireAt(2, ALL);

    for (int hit = 3; hit <= 4; hit++) {
      visitor.page().locator("#q").press("Enter");
      assertThat(visitor.page().locator("#hit-position")).containsText(hit + " / " + ALL);
    }
    visitor.page().locator("#q").press("Shift+Enter");
    assertThat(visitor.page().locator("#hit-position")).containsText("3 / " + ALL);
  }

  @Test
  void other_words_are_found_in_the_same_report(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open(KnownReports.page(REPORT, 1, WORD));

    visitor.page().locator("#q").fill("verbale");
    visitor.page().locator("#q").press("Enter");

    visitor.requireAt(1, 1);
    assertThat(visitor.page().locator("#page-sheet[data-drawn='5']")).isVisible();
  }

  @Test
  void keys_lead_from_word_to_word_and_into_the_field(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open(KnownReports.page(REPORT, 3, WORD) + "#hit-2");
    visitor.requireAt(2, ALL);

    visitor.press("n").requireAt(3, ALL).press("n").requireAt(4, ALL).press("p").requireAt(3, ALL);

    visitor.press("/");
    assertThat(visitor.page().locator("#q")).isFocused();
    assertThat(visitor.page().locator("#q")).hasValue(WORD);
  }

  @Test
  void keys_are_left_alone_in_fields_and_with_others(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open(KnownReports.page(REPORT, 3, WORD) + "#hit-2");
    visitor.requireAt(2, ALL);

    visitor.press("Alt+n", "Control+p", "Meta+n").requireAt(2, ALL);

    visitor.page().locator("#q").fill("");
    visitor.page().locator("#q").pressSequentially("n/p");
    assertThat(visitor.page().locator("#q")).hasValue("n/p");
    assertThat(visitor.page().locator("#hit-position")).containsText("2 / " + ALL);
  }

  @Test
  void keys_that_are_switched_off_stay_off(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open(KnownReports.page(REPORT, 3, WORD) + "#hit-2");
    visitor.requireAt(2, ALL);
    visitor.page().locator("#keys summary").click();
    visitor.page().locator("label[for=keys-on]").click();

    visitor.page().reload();
    visitor.requireAt(2, ALL).press("n").press("/");

    visitor.requireAt(2, ALL);
    assertThat(visitor.page().locator("#keys-on")).not().isChecked();
  }

  @Test
  void the_text_is_shown_in_place_of_the_page(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open(KnownReports.page(REPORT, 6, WORD) + "#hit-6");
    visitor.requireAt(6, ALL);

    visitor.page().locator("#show-text").click();

    assertThat(visitor.page().locator("#page-text")).isVisible();
    assertThat(visitor.page().locator("#page-sheet")).isHidden();
    assertThat(visitor.page().locator("#show-text")).hasAttribute("aria-pressed", "true");
    assertThat(visitor.page().locator("mark#hit-6")).isInViewport();

    visitor.page().locator("#show-page").click();
    assertThat(visitor.page().locator("#page-sheet")).isVisible();
    assertThat(visitor.page().locator("#page-text")).isHidden();
  }

  @Test
  void the_way_from_the_question_to_the_word_needs_only_the_keyboard(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open("/");
    tabUntil(visitor, visitor.page().locator("#q"));
    visitor.page().keyboard().type(WORD);
    visitor.press("Enter");
    visitor.page().waitForURL("**/?q=*");

    tabUntil(visitor, visitor.page().locator(".excerpt-page").first());
    visitor.press("Enter");

    int hit = Integer.parseInt(visitor.awaitAddress(".*#hit-(\\d+)"));
    visitor.requireAt(hit, ALL);
    tabUntil(visitor, visitor.page().locator("#q"));
    visitor.press("Enter");
    assertThat(visitor.page().locator("#hit-position")).containsText(hit + 1 + " / " + ALL);
  }

  @Test
  void a_phone_shows_the_word_without_moving_sideways(Visitors visitors) {
    Visitor visitor = visitors.onPhone().search(WORD).followPage(REPORT, 9).requireAt(11, ALL);

    visitor.page().locator("#hit-next").tap();

    visitor.requireAt(ALL, ALL);
    assertThat(visitor.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
  }

  @Test
  void without_javascript_the_text_is_shown_at_its_word(Visitors visitors) {
    Visitor visitor = visitors.withoutScript().search(WORD).followPage(REPORT, 3);
    Page page = visitor.page();
    assertThat(page.locator("mark#hit-2:target")).isInViewport();
    assertThat(page.locator("#page-text mark")).hasCount(2);

    visitor.follow(page.locator(".hit-numbers a").nth(1));
    assertThat(page.locator("mark#hit-3:target")).isInViewport();
    visitor.follow(page.locator("#hit-next"));
    assertThat(page.locator("mark#hit-4:target")).isInViewport();
    visitor.follow(page.locator("#hit-previous"));
    assertThat(page.locator("mark:target")).isInViewport();
  }

  @Test
  void a_file_that_cannot_be_drawn_shows_its_text(Visitors visitors) {
    Visitor visitor = visitors.atDesk().search("scialuppa").followPage("guasta.pdf", 1);

    assertThat(visitor.page().locator("#page-problem")).isVisible();
    assertThat(visitor.page().locator("mark#hit-1")).isInViewport();
    visitor.requireAt(1, 1);
  }

  @Test
  void a_word_that_is_on_a_thousand_pages_is_followed_from_any(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open(KnownReports.page("lunga.pdf", 500, "ancora"));
    assertThat(visitor.page().locator("#page-sheet[data-drawn='500']")).isVisible();

    assertThat(visitor.page().locator("#hit-position")).hasText("500 / 1000");
    visitor.page().locator("#hit-next").click();
    visitor.requireAt(501, 1_000);
    visitor.page().locator("#hit-next").click();
    visitor.requireAt(502, 1_000);
    assertThat(visitor.page().locator("#places li")).hasCount(1_000);
  }

  @Test
  void small_pictures_of_pages_are_drawn_as_they_come_into_view(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open(KnownReports.page("lunga.pdf", 500, "ancora"));
    Locator pages = visitor.page().locator("#thumbnails li a");
    Locator drawn = visitor.page().locator("#thumbnails li a:has(canvas)");
    assertThat(pages).hasCount(0);

    visitor.page().locator("#thumbnails summary").click();

    assertThat(pages).hasCount(1_000);
    Locator here = visitor.page().locator("#thumbnails [aria-current=page]");
    assertThat(here).hasText("500");
    assertThat(here).isInViewport();
    here.locator("canvas").waitFor();
    assertThat(drawn.count()).isLessThan(100);
    assertThat(Axe.violations(visitor.page())).isEmpty();

    pages.nth(699).scrollIntoViewIfNeeded();
    pages.nth(699).locator("canvas").waitFor();
    assertThat(here.locator("canvas")).hasCount(0);
    assertThat(drawn.count()).isLessThan(100);

    pages.nth(699).click();
    assertThat(visitor.page().locator("#hit-position")).hasText("700 / 1000");
    assertThat(visitor.page().locator("#page-sheet[data-drawn='700']")).isVisible();
    assertThat(here).hasText("700");
    visitor.press("n").requireAt(701, 1_000);
    assertThat(here).hasText("701");
    assertThat(here).isInViewport();
  }

  @Test
  void a_small_picture_shows_the_page_as_it_lies(Visitors visitors) {
    Visitor visitor = visitors.onPhone().open(KnownReports.page(REPORT, 1, WORD));
    visitor.page().locator("#side > summary").tap();
    visitor.page().locator("#thumbnails summary").tap();
    Locator picture = visitor.page().locator("#thumbnails [data-page='6'] canvas");
    picture.scrollIntoViewIfNeeded();
    assertThat(
            visitor
                .page()
                .evaluate(
                    """
                    () => {
                      const canvas = document.querySelector('#thumbnails [data-page="6"] canvas');
                      const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                      return pixels.some((value, at) => at % 4 === 0 && value < 140);
                    }\
                    """))
        .isEqualTo(true);

    picture.tap();

    visitor.page().locator("#page-sheet[data-drawn='6']").waitFor();
    assertThat(visitor.page().locator("#thumbnails")).isHidden();
  }

  @Test
  void two_pages_lie_side_by_side_with_their_marks(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open(KnownReports.page(REPORT, 3, WORD) + "#hit-2");
    Page page = visitor.requireAt(2, ALL).page();
    Locator pages = page.locator(".sheet-page:has(canvas):has(.textLayer)");

    page.locator("#show-pair").focus();
    visitor.press("Enter");

    assertThat(pages).hasCount(2);
    assertThat(page.locator("#show-pair")).hasAttribute("aria-pressed", "true");
    assertThat(page.locator("#show-page")).hasAttribute("aria-pressed", "false");
    assertThat(pages.first().locator(".textLayer")).containsText("Indice delle carte");
    assertThat(pages.last().locator(".textLayer")).containsText("La seconda lanterna");
    assertThat(pages.first().locator("[data-hit]")).hasCount(0);
    assertThat(pages.last().locator("[data-hit]")).hasCount(2);
    assertThat((boolean) page.evaluate(SIDE_BY_SIDE)).isTrue();
    assertThat(Axe.violations(page)).isEmpty();
    visitor.requireNothingCutOff();

    // Over the end of this page to the next, which is the left one of the next two.
    visitor.press("n").requireAt(3, ALL).press("n").requireAt(4, ALL);
    assertThat(pages.first().locator(".textLayer")).containsText("Qui la lanterna");
    assertThat(pages.last().locator(".textLayer")).containsText("Verbale della seduta");
    page.locator(".page-step[rel=next]").click();
    assertThat(page.locator("#page-sheet[data-drawn='6']")).isVisible();
    assertThat(page.locator("#hit-position")).hasText("5 / " + ALL);
    assertThat(pages.last().locator(".textLayer")).containsText("in fondo una lanterna");
    // Within two pages, both stay where they are.
    visitor.press("n", "n").requireAt(7, ALL).press("n").requireAt(8, ALL);
    assertThat(page.locator("#page-sheet[data-drawn='7']")).isVisible();
    assertThat(pages.first().locator("[data-hit]")).hasCount(3);
    assertThat(pages.last().locator("#page-marks [aria-current]")).hasCount(1);

    page.reload();
    assertThat(pages).hasCount(2);
    page.locator(".page-step[rel=next]").click();
    assertThat(page.locator("#page-sheet[data-drawn='8']")).isVisible();
    assertThat(page.locator(".page-step[rel=next]")).hasAttribute("aria-disabled", "true");
    page.locator(".page-step[rel=prev]").click();
    assertThat(page.locator("#page-sheet[data-drawn='6']")).isVisible();

    page.locator("#show-page").click();
    assertThat(pages).hasCount(1);
    page.locator(".page-step[rel=next]").click();
    assertThat(page.locator("#page-sheet[data-drawn='7']")).isVisible();
  }

  @Test
  void the_first_page_is_alone_and_no_larger_and_a_phone_shows_one(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open(KnownReports.page(REPORT, 1, WORD) + "#hit-1");
    Page page = visitor.requireAt(1, ALL).page();
    Locator pages = page.locator(".sheet-page:has(.textLayer)");
    double whole = pages.boundingBox().width;

    page.locator("#show-pair").click();

    assertThat(page.locator("#page-sheet[data-drawn='1']")).isVisible();
    assertThat(pages).hasCount(1);
    assertThat(pages.boundingBox().width).isLessThan(whole / 2);
    page.locator(".page-step[rel=next]").click();
    assertThat(pages).hasCount(2);

    page.setViewportSize(390, 844);
    assertThat(pages).hasCount(1);
    assertThat(page.locator("#show-pair")).isHidden();
    assertThat(page.locator("#show-page")).hasAttribute("aria-pressed", "true");
    page.setViewportSize(1280, 900);
    assertThat(pages).hasCount(2);
  }

  @Test
  void what_has_no_pages_shows_its_text_by_section(Visitors visitors) {
    Visitor visitor = visitors.atDesk().search("laboratori narrano");
    visitor.open("/processes/pieve-alta-biblioteca?q=laboratorio");

    visitor.follow(
        visitor.attachment("racconto-dei-laboratori.docx").locator(".page-chip").first());

    assertThat(visitor.page().locator("mark#hit-1")).isInViewport();
    assertThat(visitor.page().locator("#page-sheet")).hasCount(0);
  }

  @Test
  void the_address_of_an_occurrence_can_be_copied(Visitors visitors) {
    Visitor visitor = visitors.atDesk().mayCopy();
    visitor.open(KnownReports.page(REPORT, 6, WORD) + "#hit-6").requireAt(6, ALL);

    visitor.page().locator("#copy-link").click();

    assertThat(visitor.page().locator("#copy-link")).containsText("copiato");
    assertThat(visitor.page().evaluate("navigator.clipboard.readText()"))
        .asString()
        .endsWith("#hit-6");
  }

  private static void tabUntil(Visitor visitor, Locator wanted) {
    for (int tabs = 0; tabs < MANY_TABS; tabs++) {
      visitor.press("Tab");
      if ((boolean) wanted.evaluate("at => at === document.activeElement")) {
        return;
      }
    }
    throw new AssertionError("the Tab key does not lead to " + wanted);
  }
}
