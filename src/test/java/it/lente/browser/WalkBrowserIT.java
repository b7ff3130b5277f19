package it.lente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From occurrence to occurrence over all results, and back to the whole list. */
@ExtendWith(Browsing.class)
class WalkBrowserIT {

  private static final String LIST = "/?q=verbale&status=Concluso&sort=title";
  private static final int STEPS = 10;

  private static final String AT_AN_OCCURRENCE =
      "last => /^\\d+ \\/ /.test(document.querySelector('#hit-position')?.textContent)"
          + " && location.pathname + document.querySelector('#hit-position').textContent !== last";

  private static final String HERE =
      "location.pathname + document.querySelector('#hit-position').textContent";

  @Test
  void ten_occurrences_over_several_documents_are_walked_by_keyboard(Visitors visitors) {
    walk(visitors.atDesk(), false);
  }

  @Test
  void ten_occurrences_over_several_documents_are_walked_by_finger(Visitors visitors) {
    walk(visitors.onPhone(), true);
  }

  private static void walk(Visitor visitor, boolean finger) {
    Page page = visitor.open(LIST).page();
    Set<String> documents = new HashSet<>();
    Set<String> processes = new HashSet<>();
    Object last = "";
    visitor.follow(page.locator(".page-chip").first());
    for (int step = 0; step < STEPS; step++) {
      page.waitForFunction(AT_AN_OCCURRENCE, last);
      last = page.evaluate(HERE);
      documents.add(last.toString().replaceFirst("/pages/.*", ""));
      processes.add(last.toString().replaceFirst("/attachments/.*", ""));
      boolean ended = page.locator("#hit-next[aria-disabled]").count() > 0;
      if (finger) {
        page.locator(ended ? "#next-document" : "#hit-next").tap();
      } else {
        visitor.press(ended ? "d" : "n");
      }
    }
    assertThat(documents).hasSizeGreaterThanOrEqualTo(3);
    assertThat(processes).hasSizeGreaterThanOrEqualTo(2);

    visitor.follow(page.locator(".breadcrumb a").first());
    page.waitForURL(Pattern.compile(".*/\\?q=verbale&status=Concluso&sort=title#result-\\d+"));
    assertThat(page.locator(".card-result:target h3 a")).isInViewport();
    assertThat(page.locator(".card-result:target h3 a")).isFocused();
  }

  @Test
  void without_script_the_text_is_walked_hit_by_hit_and_the_list_comes_back(Visitors visitors) {
    Visitor visitor = visitors.withoutScript().open(LIST);
    Page page = visitor.page();
    String result = page.locator(".card-result:has(.page-chip)").first().getAttribute("id");
    visitor.follow(page.locator(".page-chip").first());
    assertThat(page.locator("mark#hit-1:target")).isInViewport();

    visitor.follow(page.locator("mark#hit-1 + noscript .step"));
    assertThat(page.locator("mark#hit-2:target")).isInViewport();

    visitor.follow(page.locator(".breadcrumb a").first());
    assertThat(visitor.address()).isEqualTo(LIST + "#" + result);
    assertThat(page.locator("#" + result + " h3")).isInViewport();
    assertThat(page.locator("input[name=status][value=Concluso]")).isChecked();
  }

  @Test
  void from_result_to_result_leads_a_link_on_each_record(Visitors visitors) {
    Visitor visitor = visitors.onPhone().open(LIST);
    Page page = visitor.page();
    String second = page.locator(".card-result h3").nth(1).innerText();
    visitor.follow(page.locator(".card-result h3 a").first());

    page.locator(".walk-results [rel~=next]").tap();

    assertThat(page.locator("h1")).hasText(second);
    page.locator(".found-in a").first().tap();
    assertThat(page.locator("mark:target, #attachments:target")).isInViewport();
  }

  @Test
  void the_page_is_at_the_top_and_passages_lead_on(Visitors visitors) {
    String address = KnownReports.page("diritta.pdf", 3, "lanterna");
    Page page = visitors.atDesk().open(address).page();
    assertThat(page.locator("#page-sheet").boundingBox().y).isLessThan(220);
    assertThat(page.locator("#places li p mark").first()).isVisible();
    assertThat(page.locator("#hit-position")).hasText("2 / 12");

    Visitor phone = visitors.onPhone().open(address);
    assertThat(phone.page().locator("#places")).not().isVisible();
    phone.page().locator("#side > summary").tap();
    phone.page().locator("#places li a").last().tap();
    phone.page().waitForURL(Pattern.compile(".*#hit-\\d+"));
    assertThat(phone.page().locator("#places")).not().isVisible();
  }
}
