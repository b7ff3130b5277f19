package it.lente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the page of a process offers beside what it says. */
@ExtendWith(Browsing.class)
class RecordBrowserIT {

  private static final String PROCESS = "/processes/castel-frassino-piazza-ciclabile";

  @Test
  void the_citation_is_copied_and_the_reader_is_told(Visitors visitors) {
    Visitor visitor = visitors.atDesk().mayCopy().open(PROCESS);
    Page page = visitor.page();

    page.locator("#copy-citation").focus();
    visitor.press("Enter");

    assertThat(page.locator("#record-status")).hasText("Citazione copiata");
    Assertions.assertThat(page.evaluate("navigator.clipboard.readText()"))
        .isEqualTo(page.locator("#citation").textContent());
  }

  @Test
  void the_address_of_a_record_and_of_a_list_is_passed_on(Visitors visitors) {
    for (String address : new String[] {PROCESS, "/?q=piazza&sort=newest"}) {
      Visitor visitor = visitors.atDesk().mayCopy().open(address);
      Page page = visitor.page();
      page.evaluate("navigator.share = null");

      page.locator(".share").click();

      assertThat(page.locator(".share")).hasText("Collegamento copiato.");
      Assertions.assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(page.url());
    }
  }

  @Test
  void a_device_that_has_a_way_to_share_is_asked_for_it(Visitors visitors) {
    Page page = visitors.atDesk().open(PROCESS + "?q=piazza").page();
    page.evaluate("() => { navigator.share = async (what) => { window.shared = what.url; }; }");

    page.locator(".share").click();

    Assertions.assertThat(page.evaluate("window.shared").toString()).endsWith(PROCESS);
  }

  @Test
  void a_record_is_printed_by_a_button(Visitors visitors) {
    Visitor visitor = visitors.atDesk().open(PROCESS);
    Page page = visitor.page();
    page.evaluate("window.print = () => { window.printed = true; }");

    page.locator("#print").click();

    Assertions.assertThat(page.evaluate("window.printed")).isEqualTo(true);
  }

  @Test
  void on_paper_there_is_the_record_and_its_address_and_nothing_to_press(Visitors visitors) {
    Page page = visitors.atDesk().open(PROCESS).page();

    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    assertThat(page.locator("#citation")).isVisible();
    assertThat(page.locator(".group").first()).isVisible();
    assertThat(page.locator(".attachments").first()).isVisible();
    for (String pressed : new String[] {"#print", ".contribute", ".search", "footer", ".similar"}) {
      assertThat(page.locator(pressed).first()).isHidden();
    }
  }

  @Test
  void without_script_the_citation_is_there_and_no_button_that_does_nothing(Visitors visitors) {
    Page page = visitors.withoutScript().open(PROCESS).page();

    assertThat(page.locator("#citation")).isVisible();
    assertThat(page.locator("#print")).isHidden();
    assertThat(page.locator("#copy-citation")).isHidden();
  }

  @Test
  void similar_processes_and_shared_values_lead_on(Visitors visitors) {
    Visitor visitor = visitors.onPhone().open(PROCESS);
    String title = visitor.page().locator(".similar h3 a").first().textContent();

    visitor.follow(visitor.page().locator(".similar h3 a").first());
    assertThat(visitor.page().locator("h1")).hasText(title);

    visitor.follow(visitor.page().locator(".group dd a[rel=nofollow]").first());
    assertThat(visitor.page().locator("#results")).isVisible();
  }
}
