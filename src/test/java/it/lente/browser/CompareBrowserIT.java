package it.lente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two results are chosen in the list and seen side by side. */
@ExtendWith(Browsing.class)
class CompareBrowserIT {

  private static final String LIST = "/?q=piazza&status=Concluso";
  private static final String THIRD = "torre-marina-lungomare";

  @Test
  void two_results_are_chosen_by_keyboard_and_stay_chosen(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open(LIST);
    Page page = visitor.page();
    for (int i = 0; i < 2; i++) {
      page.locator(".pick input").nth(i).focus();
      visitor.press("Space");
      page.waitForURL(Pattern.compile(".*&id=.*".repeat(i + 1)));
      assertThat(page.locator(".pick input").nth(i)).isChecked();
      assertThat(page.locator(".pick input").nth(i)).isFocused();
    }
    assertThat(page.locator("#compare")).containsText("(2)");
    page.locator("#compare").focus();
    visitor.press("Enter");
    requireBoth(page);

    visitor.follow(page.locator(".breadcrumb a").first());
    assertThat(page.locator(".pick input:checked")).hasCount(2);
    assertThat(page.locator("input[name=status][value=Concluso]")).isChecked();
  }

  @Test
  void two_results_are_compared_without_script_on_a_phone(Visitors visitors) {
    Visitor visitor = visitors.withoutScript().open(LIST);
    Page page = visitor.page();
    page.locator(".pick").nth(0).click();
    page.locator(".pick").nth(1).click();
    visitor.follow(page.locator("#compare"));
    requireBoth(page);

    Page phone = visitors.onPhone().open(visitor.address() + "&id=" + THIRD).page();
    Locator table = phone.locator(".compare-scroll");
    table.focus();
    assertThat(table).isFocused();
    assertThat((boolean) table.evaluate("e => e.scrollWidth > e.clientWidth")).isTrue();
    // A wider page would make a phone widen its window, too.
    assertThat((int) phone.evaluate("innerWidth")).isEqualTo(390);
  }

  private static void requireBoth(Page page) {
    page.waitForURL(Pattern.compile(".*/compare\\?.*id=.*id=.*"));
    assertThat(page.locator(".compare thead th")).hasCount(2);
    assertThat(page.locator(".compare tbody tr").first().locator("td")).hasCount(2);
  }
}
