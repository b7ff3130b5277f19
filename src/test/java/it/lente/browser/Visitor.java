package it.lente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** A person at a window of the browser, which notes all that goes wrong in it. */
final class Visitor implements AutoCloseable {

  /** What the browser says of a request that the page itself gave up. */
  private static final String GIVEN_UP = "net::ERR_ABORTED";

  private static final Locator.GetByTextOptions EXACTLY =
      new Locator.GetByTextOptions().setExact(true);

  /** The occurrence has the focus, and is in view and current. */
  private static final String AT_HIT =
      """
      hit => {
        const at = document.activeElement.closest(`[data-hit="${hit}"], #hit-${hit}`);
        const place = at?.getBoundingClientRect();
        return at?.getAttribute('aria-current') === 'true'
          && place.width > 0
          && place.left >= 0 && place.right <= innerWidth
          && place.top >= 0 && place.bottom <= innerHeight;
      }
      """;

  private final String home;
  private final BrowserContext context;
  private final Page page;
  private final List<String> faults = new ArrayList<>();
  private String refused = "";

  /**
   * @param home the address of the pages, without a slash at its end
   */
  Visitor(Browser browser, Browser.NewContextOptions window, String home) {
    this.home = home;
    this.context = browser.newContext(window);
    this.page = context.newPage();
    context.onConsoleMessage(this::note);
    context.onWebError(error -> faults.add("error: " + error.error()));
    context.onRequest(this::note);
    context.onRequestFailed(this::noteFailed);
  }

  /** The window itself, for what has no word here. */
  Page page() {
    return page;
  }

  /** Goes to an address of ours: «/coverage». */
  Visitor open(String address) {
    page.navigate(home + address);
    return this;
  }

  /** Goes to an address of ours that is not there, of which the browser may complain. */
  Visitor openMissing(String address) {
    refused = home + address;
    return open(address);
  }

  /** Types a question on the first page, and Enter. */
  Visitor search(String question) {
    open("/");
    page.locator("#q").fill(question);
    page.locator("#q").press("Enter");
    page.waitForURL("**/?q=*");
    return this;
  }

  /** Clicks on the first link that is called so. */
  Visitor follow(String name) {
    return follow(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first());
  }

  Visitor follow(Locator link) {
    link.click();
    page.waitForLoadState();
    return this;
  }

  /** Clicks on the number of a page in the list of results, among those of a file. */
  Visitor followPage(String file, int number) {
    Locator attachment = attachment(file);
    if (!attachment.isVisible()) {
      page.locator("details", new Page.LocatorOptions().setHas(attachment))
          .locator("summary")
          .first()
          .click();
    }
    return follow(attachment.locator(".page-chip").getByText(Integer.toString(number), EXACTLY));
  }

  /** What is said of a file in the list of results. */
  Locator attachment(String file) {
    return page.locator(".attachment")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.locator(".attachment-title", new Page.LocatorOptions().setHasText(file))));
  }

  /** Waits for such an address, and returns the part in brackets. */
  String awaitAddress(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    page.waitForURL(wanted);
    Matcher found = wanted.matcher(page.url());
    return found.matches() ? found.group(1) : "";
  }

  /** Waits until a page that has something to draw has drawn it, or has said that it cannot. */
  Visitor awaitQuiet() {
    if ((boolean) page.evaluate("!!document.querySelector('#reader[data-original]')")) {
      page.waitForFunction(
          "() => document.querySelector('#page-sheet[data-drawn], #page-problem:not([hidden])')");
    }
    return this;
  }

  /** Has this page and those after it dark or light. */
  Visitor preferDark(boolean dark) {
    page.emulateMedia(
        new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
    return this;
  }

  /** From here on, pages may write to the clipboard and read it. */
  Visitor mayCopy() {
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    return this;
  }

  /** Waits until an occurrence is where the visitor is, and can see and hear it. */
  Visitor requireAt(int hit, int of) {
    page.waitForFunction(AT_HIT, hit);
    assertThat(page.locator("#hit-position")).containsText(hit + " / " + of);
    assertThat(page.locator("#hit-status"))
        .containsText(String.format(Locale.ITALY, "occorrenza %,d di %,d,", hit, of));
    return this;
  }

  /** Presses keys, one after the other: «Tab», «Shift+Enter», «n». */
  Visitor press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
    return this;
  }

  /** What the page's address is below {@link #open}'s. */
  String address() {
    return page.url().substring(home.length());
  }

  void screenshot(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  /** Nothing on the page is wider than the window. */
  void requireNothingCutOff() {
    Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("what sticks out at " + page.url())
        .isEqualTo(0);
  }

  /** Whatever the browser complained of must not have been. */
  void requireNoFaults() {
    Assertions.assertThat(faults)
        .as("what the browser complained of, last at " + page.url())
        .isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }

  /** What the pages' rules forbid is an error on the console, too. */
  private void note(ConsoleMessage message) {
    boolean expected = !refused.isEmpty() && message.location().startsWith(refused);
    if (message.type().equals("error") && !expected) {
      faults.add("console: " + message.text() + " (" + message.location() + ")");
    }
  }

  private void note(Request request) {
    String address = request.url();
    boolean inside =
        address.startsWith(home + "/")
            || address.startsWith("data:")
            || address.startsWith("blob:");
    if (!inside) {
      faults.add("asked elsewhere: " + address);
    }
  }

  private void noteFailed(Request request) {
    if (!GIVEN_UP.equals(request.failure())) {
      faults.add("not answered: " + request.url() + " " + request.failure());
    }
  }
}
