package it.lente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Searching and narrowing: in place where there is JavaScript, by the same form where not. */
@ExtendWith(Browsing.class)
class ResultsBrowserIT {

  /** Marks a page, to tell it from one that was loaded anew. */
  private static final String MARK = "window.stayed = true";

  private static void requireStayed(Page page) {
    assertThat(page.evaluate("window.stayed === true")).as("the page was not left").isEqualTo(true);
  }

  private static Locator concluded(Page page) {
    return page.locator("input[name=status][value=Concluso]");
  }

  private static Locator option(Page page, String text) {
    return page.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText(text));
  }

  @Test
  void a_choice_applies_at_once_and_back_comes_back(Visitors visitors) {
    Page page = visitors.atDesk().open("/?q=piazza").page();
    String before = page.locator("#results").textContent();
    page.evaluate(MARK);

    concluded(page).check(new Locator.CheckOptions().setForce(true));

    page.waitForURL(Pattern.compile(".*/\\?q=piazza&status=Concluso"));
    assertThat(page.locator(".filter-chip")).containsText("Concluso");
    assertThat(page.locator("#said")).containsText("trovati");
    assertThat(concluded(page)).isFocused();
    page.goBack();
    assertThat(page.locator(".filter-chip")).hasCount(0);
    assertThat(page.locator("#results")).hasText(before);
    assertThat(concluded(page)).not().isChecked();
    requireStayed(page);
  }

  @Test
  void a_filter_that_is_taken_off_leads_to_the_count(Visitors visitors) {
    Page page = visitors.atDesk().open("/?q=piazza&status=Concluso").page();
    page.evaluate(MARK);

    page.locator(".filter-chip").click();

    page.waitForURL(Pattern.compile(".*/\\?q=piazza"));
    assertThat(page.locator("#results")).isFocused();
    requireStayed(page);
  }

  @Test
  void words_years_and_order_are_asked_for_without_leaving_the_page(Visitors visitors) {
    Page page = visitors.atDesk().open("/?q=piazza").page();
    page.evaluate(MARK);

    page.locator("#yearFrom").fill("2020");
    page.locator("#yearFrom").press("Tab");
    page.waitForURL(Pattern.compile(".*/\\?q=piazza&year=2020-"));
    assertThat(page.locator("#yearTo")).isFocused();
    page.locator("#sort").selectOption("title");
    page.waitForURL(Pattern.compile(".*/\\?q=piazza&year=2020-&sort=title"));
    page.locator("#q").fill("biblioteca");
    page.locator("#q").press("Enter");
    page.waitForURL(Pattern.compile(".*/\\?q=biblioteca&year=2020-&sort=title"));
    assertThat(page.locator("#q")).isFocused();
    page.locator(".histogram a").last().click();
    page.waitForURL(Pattern.compile(".*/\\?q=biblioteca&year=20\\d\\d&sort=title"));
    requireStayed(page);
    page.goBack();
    page.goBack();
    assertThat(page.locator("#q")).hasValue("piazza");
  }

  @Test
  void what_is_being_typed_outlives_the_answer_to_an_earlier_choice(Visitors visitors) {
    Page page = visitors.atDesk().open("/?q=piazza").page();
    List<Route> held = new ArrayList<>();
    page.route(Pattern.compile(".*status=Concluso.*yearTo=($|&.*)"), held::add);
    concluded(page).check(new Locator.CheckOptions().setForce(true));
    page.waitForCondition(() -> held.size() == 1);

    page.locator("#yearTo").pressSequentially("2022");
    held.getFirst().resume();

    page.waitForURL(Pattern.compile(".*/\\?q=piazza&status=Concluso"));
    assertThat(page.locator("#yearTo")).hasValue("2022");
    assertThat(page.locator("#yearTo")).isFocused();
    page.locator("#yearTo").press("Tab");
    page.waitForURL(Pattern.compile(".*/\\?q=piazza&status=Concluso&year=-2022"));
  }

  @Test
  void without_script_the_same_form_is_sent(Visitors visitors) {
    Page page = visitors.withoutScript().open("/?q=piazza").page();

    concluded(page).check(new Locator.CheckOptions().setForce(true));
    page.locator("#yearFrom").fill("2019");
    page.locator(".apply button").click();

    page.waitForURL(Pattern.compile(".*/\\?q=piazza&status=Concluso&year=2019-"));
    assertThat(page.locator(".filter-chip")).hasCount(2);
  }

  @Test
  void on_a_phone_filters_wait_folded_below_the_count(Visitors visitors) {
    Page page = visitors.onPhone().open("/?q=piazza").page();

    assertThat(page.locator("#yearFrom")).not().isVisible();
    page.locator("#filters-fold > summary").tap();
    page.locator("label:has-text('Concluso')").tap();

    page.waitForURL(Pattern.compile(".*status=Concluso"));
    assertThat(page.locator("#yearFrom")).isVisible();
  }

  @Test
  void what_is_typed_is_completed_by_keyboard(Visitors visitors) {
    Page page = visitors.atDesk().open("/").page();

    page.keyboard().press("/");
    assertThat(page.locator("#q")).isFocused();
    page.keyboard().type("castel fr");
    option(page, "Castel Frassino").first().waitFor();
    assertThat(page.locator("#q")).hasAttribute("aria-expanded", "true");
    assertThat(Axe.violations(page)).isEmpty();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("[aria-selected=true]")).hasCount(1);
    assertThat(page.locator("#q")).hasAttribute("aria-activedescendant", "q-suggestions-0");
    page.keyboard().press("Escape");
    assertThat(page.locator("#q-suggestions")).not().isVisible();
    assertThat(page.locator("#q")).hasValue("castel fr");

    page.keyboard().type("a");
    option(page, "Luogo").first().click();
    page.waitForURL(Pattern.compile(".*/\\?place=.*Castel%20Frassino"));
    assertThat(page.locator("#results")).containsText("trovat");
  }

  @Test
  void a_suggested_phrase_is_searched_in_place(Visitors visitors) {
    Page page = visitors.atDesk().open("/?q=parco").page();
    page.evaluate(MARK);

    page.locator("#q").fill("contratto di");
    Locator theme = option(page, "Tema").first();
    theme.waitFor();
    theme.click();

    page.waitForURL(Pattern.compile(".*/\\?theme=.*"));
    assertThat(page.locator(".filter-chip")).containsText("Contratto di fiume");
  }
}
