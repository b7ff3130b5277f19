package it.lente.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Sizes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages cost those whose line is slow. */
@ExtendWith(Browsing.class)
class FrugalBrowserIT {

  private static final int MOST_REQUESTS = 15;

  /** With the fonts, compressed as it is sent, heads included. */
  private static final int MOST_BYTES = 250_000;

  private static final String HASHED = "/assets/[0-9a-f]{10}/.+";

  /** What the page needed and was sent for it, although it had been sent before. */
  private static final String SENT_AGAIN =
      """
      performance.getEntriesByType('resource').filter(each => each.transferSize > 0)
        .map(each => each.name)
      """;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/?q=piazza"})
  void the_first_view_is_light(String address, Visitors visitors) {
    Visitor visitor = visitors.atDesk();

    List<Request> asked = view(visitor, address);

    assertThat(asked).hasSizeBetween(2, MOST_REQUESTS);
    assertThat(asked.stream().mapToInt(FrugalBrowserIT::bytes).sum())
        .as("bytes of %s", asked.stream().map(each -> each.url() + " " + bytes(each)).toList())
        .isBetween(MOST_BYTES / 4, MOST_BYTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/?q=piazza"})
  void only_the_page_itself_is_sent_again(String address, Visitors visitors) {
    Visitor visitor = visitors.atDesk();
    List<Request> asked = view(visitor, address);

    assertThat(asked.subList(1, asked.size()))
        .allSatisfy(each -> {
          assertThat(each.url()).matches(".*" + HASHED);
          assertThat(each.response().headerValue("cache-control"))
              .contains("max-age=31536000", "immutable");
        });

    view(visitor, address);

    assertThat((List<?>) visitor.page().evaluate(SENT_AGAIN)).isEmpty();
  }

  /** All that is asked for; first the page itself. */
  private static List<Request> view(Visitor visitor, String address) {
    List<Request> asked = new ArrayList<>();
    visitor.page().onRequest(asked::add);
    visitor.open(address).page().waitForLoadState(LoadState.NETWORKIDLE);
    return List.copyOf(asked);
  }

  private static int bytes(Request request) {
    Sizes sizes = request.sizes();
    return sizes.responseHeadersSize + sizes.responseBodySize;
  }
}
