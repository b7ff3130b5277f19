package it.lente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people come for, in each way of getting about. */
@ExtendWith(Browsing.class)
class JourneysBrowserIT {

  private static final String REPORT = "diritta.pdf";
  private static final String PHRASE = "\"la lanterna\"";

  /** The file of the sample that has a password. */
  private static final String LOCKED = "Quadro conoscitivo";

  @ParameterizedTest
  @EnumSource
  void a_process_is_found_by_a_keyword(Way way, Visitors visitors) {
    Going going = way.from("/", visitors);
    Page page = going.page();

    going.ask("biblioteca");

    page.waitForURL(Pattern.compile(".*/\\?q=biblioteca"));
    assertThat(page.locator("#results")).containsText("trovat");
    Locator first = page.locator(".card-result h3 a").first();
    assertThat(page.locator(".card-result").first().locator("mark").first())
        .containsText(Pattern.compile("bibliotec[ah]", Pattern.CASE_INSENSITIVE));
    String title = first.innerText();

    going.follow(first);

    assertThat(page.locator("h1")).hasText(title);
    assertThat(page.locator("#q")).hasValue("biblioteca");
  }

  @ParameterizedTest
  @EnumSource
  void a_list_is_narrowed_by_status_and_years(Way way, Visitors visitors) {
    Going going = way.from("/?q=processo", visitors);
    Page page = going.page();
    Locator concluded = page.locator("input[name=status][value=Concluso]");
    int all = count(page.locator("#results"));
    int promised =
        count(page.locator("label[for=%s] .choice-count".formatted(concluded.getAttribute("id"))));

    going.unfold(page.locator("#filters-fold > summary"));
    going.tick(concluded);
    if (!way.scripts()) {
      going.apply();
    }

    page.waitForURL(Pattern.compile(".*/\\?q=processo&status=Concluso"));
    assertThat(concluded).isChecked();
    assertThat(count(page.locator("#results"))).isEqualTo(promised).isLessThan(all);

    going.write(page.locator("#yearFrom"), "2021");
    going.apply();

    page.waitForURL(Pattern.compile(".*/\\?q=processo&status=Concluso&year=2021-"));
    assertThat(page.locator("#results")).not().containsText(Integer.toString(promised));
    int narrowed = count(page.locator("#results"));
    assertThat(narrowed).isBetween(1, promised - 1);
    List<String> facts = page.locator(".card-result .facts").allInnerTexts();
    assertThat(facts).hasSize(narrowed).allMatch(each -> each.contains("Concluso"));

    going.follow(page.locator(".filter-chip").first());

    assertThat(page.locator(".filter-chip")).hasCount(1);
    assertThat(page.locator("#results")).not().containsText(Integer.toString(narrowed));
  }

  @ParameterizedTest
  @EnumSource
  void a_phrase_is_located_inside_a_report(Way way, Visitors visitors) {
    Going going = way.from("/", visitors);
    Page page = going.page();
    going.ask(PHRASE);
    page.waitForURL("**/?q=*");
    Locator report = going.visitor().attachment(REPORT);
    assertThat(report.locator(".pages-count")).containsText("4 occorrenze in 3 pagine");

    going.follow(report.locator(".page-chip").nth(2));

    page.waitForURL(Pattern.compile(".*/pages/6\\?.*#hit-3"));
    if (way.scripts()) {
      going.visitor().requireAt(3, 4);
      assertThat(page.locator("#page-sheet[data-drawn='6']")).isVisible();
      assertThat(page.locator("#page-marks [data-hit='3'] rect")).isInViewport();
    } else {
      assertThat(page.locator("mark#hit-3:target")).isInViewport();
      assertThat(page.locator("mark#hit-3:target")).containsText("la lanterna");
    }
  }

  @ParameterizedTest
  @EnumSource
  void back_leads_to_the_same_results(Way way, Visitors visitors) {
    Going going = way.from("/?q=processo", visitors);
    Page page = going.page();
    going.unfold(page.locator("#filters-fold > summary"));
    going.tick(page.locator("input[name=status][value=Concluso]"));
    if (!way.scripts()) {
      going.apply();
    }
    page.waitForURL(Pattern.compile(".*status=Concluso"));
    assertThat(page.locator(".filter-chip")).hasCount(1);
    List<String> titles = page.locator(".card-result h3").allInnerTexts();
    Locator last = page.locator(".card-result h3 a").last();

    going.follow(last);
    page.waitForURL(Pattern.compile(".*/processes/.*"));
    page.goBack();

    page.waitForURL(Pattern.compile(".*/\\?q=processo&status=Concluso"));
    assertThat(page.locator(".card-result h3")).hasText(titles.toArray(String[]::new));
    assertThat(page.locator("input[name=status][value=Concluso]")).isChecked();
    assertThat(page.locator(".filter-chip")).containsText("Concluso");
    assertThat(page.locator("#q")).hasValue("processo");
    assertThat(last).isInViewport();
    if (way.scripts()) {
      assertThat(last).isFocused();
    }

    page.goBack();
    assertThat(page.locator(".filter-chip")).hasCount(0);
    assertThat(page.locator("input[name=status][value=Concluso]")).not().isChecked();
  }

  @ParameterizedTest
  @EnumSource
  void what_could_not_be_read_is_found_with_its_reason(Way way, Visitors visitors) {
    Going going = way.from("/", visitors);
    Page page = going.page();

    going.unfold(page.locator(".site-menu > summary"));
    going.follow(link(page.locator("header"), "Che cosa si può cercare"));
    page.waitForURL("**/coverage");
    going.follow(link(page.locator("main"), "Elenca quelli che non si possono cercare per intero"));

    page.waitForURL("**/coverage?*");
    Locator locked =
        page.locator(".coverage-list tbody tr", new Page.LocatorOptions().setHasText(LOCKED));
    assertThat(locked).containsText("password");

    going.follow(locked.locator(".of-process a"));

    page.waitForURL(Pattern.compile(".*/processes/san-lauro-pug.*"));
    assertThat(going.visitor().attachment(LOCKED)).containsText("password");
  }

  private static Locator link(Locator within, String name) {
    return within
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  /** The first number in a text. */
  private static int count(Locator place) {
    return Integer.parseInt(place.textContent().replaceFirst("(?s)^\\D*(\\d+).*$", "$1"));
  }
}
