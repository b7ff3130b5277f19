package it.lente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The pages below a path of an institution's site: a visitor who asks for anything beside it has a
 * fault, see {@link Visitor}.
 */
@ExtendWith(Browsing.class)
class BelowPathBrowserIT {

  @Test
  void from_the_search_to_the_word_on_the_drawn_page_and_back(Visitors visitors) {
    Visitor visitor = visitors.belowPath().atDesk();
    toTheWord(visitor);
    assertThat(visitor.awaitQuiet().page().locator("#page-sheet[data-drawn]")).isVisible();
    back(visitor.page());
  }

  @Test
  void the_same_without_script(Visitors visitors) {
    Visitor visitor = visitors.belowPath().withoutScript();
    toTheWord(visitor);
    back(visitor.page());
  }

  private static void toTheWord(Visitor visitor) {
    visitor.search("\"la lanterna\"");
    visitor.follow(visitor.attachment("diritta.pdf").locator(".page-chip").first());
    visitor.page().waitForURL(Pattern.compile(".*/lente/processes/.*/pages/\\d+\\?q=.*#hit-\\d+"));
    assertThat(visitor.page().locator("#page-text mark").first()).isAttached();
  }

  private static void back(Page page) {
    page.locator(".breadcrumb a").nth(1).click();
    page.waitForURL(Pattern.compile(".*/lente/processes/[^/]*\\?q=.*"));
    page.locator(".breadcrumb a").first().click();
    page.waitForURL(Pattern.compile(".*/lente/\\?q=.*"));
    assertThat(page.locator("#results")).containsText("trovat");
  }

  @Test
  void choosing_a_filter_and_a_suggestion_stays_below_the_path(Visitors visitors) {
    Visitor visitor = visitors.belowPath().atDesk().open("/?q=processo");
    Page page = visitor.page();
    String status = page.locator("input[name=status][value=Concluso]").getAttribute("id");
    page.locator("label[for=" + status + "]").click();
    page.waitForURL(Pattern.compile(".*/lente/\\?q=processo&status=Concluso"));

    visitor.open("/");
    page.locator("#q").pressSequentially("frass");
    page.locator("#q-suggestions [role=option]").first().click();
    page.waitForURL(Pattern.compile(".*/lente/(\\?place=|processes/).*"));
  }
}
