package it.lente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people come for is on the first screen, and stays where it is while the page loads. */
@ExtendWith(Browsing.class)
class FirstScreenBrowserIT {

  private static final String RECORD = "/processes/castel-frassino-piazza-ciclabile";
  private static final String SHIFTS =
      "window.shifts = []; new PerformanceObserver(list => list.getEntries().forEach(each => { if"
          + " (!each.hadRecentInput) window.shifts.push(each.value + ' ' + each.sources.map(source"
          + " => source.node?.outerHTML ?? source.node?.textContent)); })).observe({type:"
          + " 'layout-shift', buffered: true})";

  private static final int LOADS = 3;

  private static double top(Locator element) {
    return element.boundingBox().y;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/?q=piazza", RECORD + "?q=piazza"})
  void the_head_of_the_site_is_low(String address, Visitors visitors) {
    Page page = visitors.atDesk().open(address).page();
    assertThat(page.locator("body > header").boundingBox().height).isLessThanOrEqualTo(100);
    Page phone = visitors.onPhone().open(address).page();
    assertThat(phone.locator("body > header").boundingBox().height).isLessThanOrEqualTo(110);
  }

  @Test
  void the_first_result_is_near_the_top_and_the_list_is_small(Visitors visitors) {
    Page page = visitors.atDesk().open("/?q=piazza").page();
    assertThat(top(page.locator(".card-result").first())).isLessThan(300);
    assertThat((int) page.evaluate("document.querySelectorAll('*').length")).isLessThan(900);
    Page phone = visitors.onPhone().open("/?q=piazza").page();
    assertThat(top(phone.locator(".card-result").first())).isLessThan(844);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/?q=piazza", "/?q=nessunacosa&status=Concluso", RECORD + "?q=piazza"})
  void nothing_moves_while_the_page_loads(String address, Visitors visitors) {
    Object shifts = List.of();
    // What moves by itself moves each time; on a busy machine something may come late once.
    for (int load = 0; load < LOADS; load++) {
      Visitor visitor = visitors.atDesk();
      visitor.page().addInitScript(SHIFTS);
      visitor.open(address).page().waitForTimeout(300);
      shifts = visitor.page().evaluate("window.shifts");
      if (shifts.equals(List.of())) {
        return;
      }
      System.err.println("On " + address + " something moved: " + shifts);
    }
    assertThat(shifts).as(address).isEqualTo(List.of());
  }

  @Test
  void on_a_phone_the_menu_opens_and_the_filters_lead_to_their_results(Visitors visitors) {
    Visitor visitor = visitors.onPhone().open("/?q=piazza");
    Page page = visitor.page();
    page.locator(".site-menu > summary").tap();
    assertThat(page.locator(".site-menu .nav-link").last()).isInViewport();
    page.locator(".site-menu > summary").tap();

    page.locator("#filters-fold > summary").tap();
    page.locator("label:has-text('Concluso')").tap();
    page.waitForURL("**status=Concluso**");
    assertThat(page.locator("#see")).hasText("Vedi 5 risultati");
    page.locator("#see").tap();

    assertThat(page.locator("#yearFrom")).not().isVisible();
    assertThat(page.locator(".card-result").first()).isInViewport();
  }
}
