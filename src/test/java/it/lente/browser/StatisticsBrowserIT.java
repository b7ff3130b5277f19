package it.lente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a list to its charts, and from a bar or a tile to another list. */
@ExtendWith(Browsing.class)
class StatisticsBrowserIT {

  @Test
  void from_the_results_to_a_bar_and_its_list_by_keyboard(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open("/?q=piazza&status=Concluso");
    Page page = visitor.page();
    page.locator(".to-statistics").focus();
    visitor.press("Enter");
    page.waitForURL(Pattern.compile(".*/statistics\\?q=piazza&status=Concluso"));

    page.locator("a.tile").first().focus();
    assertThat(page.locator("a.tile").first()).isFocused();
    page.locator("#chart-theme ~ table a").first().focus();
    String count = page.locator("#chart-theme ~ table .number").nth(1).innerText();
    visitor.press("Enter");
    page.waitForURL(Pattern.compile(".*/\\?q=piazza&status=Concluso&theme=.*"));
    assertThat(page.locator("#results")).containsText(count);
  }

  @Test
  void a_tile_narrows_the_list_without_script(Visitors visitors) {
    Visitor visitor = visitors.withoutScript().open("/");
    Page page = visitor.page();
    String tile = page.locator("a.tile").first().getAttribute("aria-label");
    visitor.follow(page.locator("a.tile").first());
    assertThat(visitor.address()).startsWith("/?place=");
    assertThat(page.locator("#results")).containsText(tile.replaceAll("[^0-9]", ""));
  }
}
