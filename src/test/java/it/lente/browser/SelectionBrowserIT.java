package it.lente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is selected on a page that is drawn can be cited, and a link leads to it. */
@ExtendWith(Browsing.class)
class SelectionBrowserIT {

  private static final String REPORT = "diritta.pdf";

  private static final String SELECTED = "document.getSelection().toString()";

  /** A page of three lines, drawn; none of its words is asked for. */
  private static Visitor opened(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open(KnownReports.page(REPORT, 6, "tramonto"));
    visitor.page().locator("#page-sheet[data-drawn='6']").waitFor();
    return visitor;
  }

  private static Locator line(Visitor visitor, String start) {
    return visitor
        .page()
        .locator(".textLayer span", new Page.LocatorOptions().setHasText(start))
        .first();
  }

  /** Drags from the start of a line to a point below and beside it. */
  private static void drag(Visitor visitor, Locator line, int right, int down) {
    BoundingBox box = line.boundingBox();
    visitor.page().mouse().move(box.x + 1, box.y + box.height / 2);
    visitor.page().mouse().down();
    visitor.page().mouse().move(box.x + box.width / 2, box.y + box.height / 2);
    visitor.page().mouse().move(box.x + box.width + right, box.y + box.height / 2 + down);
  }

  @Test
  void a_selection_that_is_drawn_over_empty_paper_does_not_run_to_the_end(Visitors visitors) {
    Visitor visitor = opened(visitors);
    drag(visitor, line(visitor, "Chi porta"), 60, 4);

    String selected = visitor.page().evaluate(SELECTED).toString();
    assertThat(selected).startsWith("Chi porta la lanterna").doesNotContain("olio");

    visitor.page().mouse().up();
    assertThat(visitor.page().evaluate(SELECTED).toString()).doesNotContain("olio");
    assertThat(visitor.page().locator(".selecting")).hasCount(0);
  }

  @Test
  void references_quote_what_is_selected_of_the_drawn_page(Visitors visitors) {
    Visitor visitor = opened(visitors);
    drag(visitor, line(visitor, "Chi porta"), -1, 0);
    visitor.page().mouse().up();

    assertThat(cited(visitor)).contains("passage=Chi porta la lanterna cammina");
  }

  @Test
  void the_link_to_a_selection_leads_to_a_page_that_marks_it(Visitors visitors) {
    Visitor visitor = opened(visitors).mayCopy();
    drag(visitor, line(visitor, "Chi porta"), -1, 0);
    visitor.page().mouse().up();
    Locator copy = visitor.page().locator("#copy-link span");
    assertThat(copy).hasText("Copia il collegamento al passaggio");

    copy.click();
    assertThat(copy).hasText("Collegamento copiato.");
    visitor.page().navigate(visitor.page().evaluate("navigator.clipboard.readText()").toString());

    assertThat(visitor.page().locator("#page-text mark").first())
        .containsText("Chi porta la lanterna cammina");
    assertThat(visitor.page().locator("#hit-position")).hasText("1 / 1");
  }

  @Test
  void what_was_selected_on_another_page_is_forgotten(Visitors visitors) {
    Visitor visitor = opened(visitors);
    drag(visitor, line(visitor, "Chi porta"), -1, 0);
    visitor.page().mouse().up();
    visitor.page().locator("#reader .go a[rel=next]").click();
    visitor.page().locator("#page-sheet[data-drawn='7']").waitFor();

    assertThat(visitor.page().locator("#copy-link span")).hasText("Copia il collegamento");
    assertThat(cited(visitor)).doesNotContain("passage=");
  }

  @Test
  void a_click_on_the_page_ends_what_was_selected(Visitors visitors) {
    Visitor visitor = opened(visitors);
    drag(visitor, line(visitor, "Chi porta"), -1, 0);
    visitor.page().mouse().up();
    line(visitor, "ogni lanterna").click();

    assertThat(visitor.page().locator("#copy-link span")).hasText("Copia il collegamento");
    assertThat(cited(visitor)).doesNotContain("passage=");
  }

  @Test
  void of_two_pages_only_the_one_of_the_address_is_cited(Visitors visitors) {
    Visitor visitor = opened(visitors);
    visitor.page().locator("#show-pair").click();
    visitor.page().locator(".sheet-page[data-page] .textLayer").waitFor();
    Locator beside = visitor.page().locator(".sheet-page[data-page] .textLayer span").first();
    drag(visitor, beside, -1, 0);
    visitor.page().mouse().up();

    assertThat(visitor.page().evaluate(SELECTED).toString()).isNotBlank();
    assertThat(cited(visitor)).doesNotContain("passage=");
  }

  /** The address that a reference has once it is pressed; it is not followed. */
  private static String cited(Visitor visitor) {
    visitor.page().locator("#to-citation").click();
    Locator link = visitor.page().locator(".cite a").first();
    assertThat(link).isVisible();
    link.evaluate("link => link.addEventListener('click', event => event.preventDefault())");
    link.click();
    return URLDecoder.decode(link.getAttribute("href"), StandardCharsets.UTF_8);
  }
}
