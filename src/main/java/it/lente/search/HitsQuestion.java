package it.lente.search;

import it.lente.engine.HitsRequest.Order;
import it.lente.engine.HitsRequest.PageRange;
import it.lente.record.TextQuery;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reader's question about one attachment, checked. */
public record HitsQuestion(TextQuery query, PageRange pages, Order order) {

  /** The parameters of the hits of an attachment. */
  public static final Set<String> PARAMETERS = Set.of("q", "pages", "order", "lang");

  /** Maximum number of pages that a request returns in full. */
  private static final int MOST_PAGES = 500;

  /** Number of pages on either side of a page whose passages are shown with it. */
  private static final int NEAR = 15;

  private static final Pattern PAGES = Pattern.compile("([0-9]{1,9})(?:-([0-9]{1,9}))?");

  /**
   * Reads and checks parameters; unknown ones are refused.
   *
   * @throws InvalidParameterException naming the first parameter that cannot be used
   */
  public static HitsQuestion strict(RequestParameters parameters) {
    parameters.allowOnly(PARAMETERS);
    String text = parameters.one("q");
    if (text.isEmpty()) {
      throw new InvalidParameterException("q", "“q” is missing: give the words to look for.");
    }
    Order order =
        parameters.choice(
            "order", Order.PAGE, Order.values(), value -> value.name().toLowerCase(Locale.ROOT));
    return new HitsQuestion(
        QueryLanguage.parse(text).query(), pages(parameters.one("pages")), order);
  }

  /**
   * Returns the question for the view of a page: hits and passages of this page and those near it,
   * and counts of the others.
   *
   * @param order as in the parameter; unknown values mean the order of pages
   */
  public static HitsQuestion onPage(String text, int page, String order) {
    return new HitsQuestion(
        QueryLanguage.parse(text).query(),
        PageRange.between(Math.max(1, page - NEAR), page + NEAR),
        order.equalsIgnoreCase(Order.RELEVANCE.name()) ? Order.RELEVANCE : Order.PAGE);
  }

  private static PageRange pages(String value) {
    if (value.isEmpty()) {
      return PageRange.FIRST_FIFTY;
    }
    Matcher range = PAGES.matcher(value);
    if (range.matches()) {
      int from = Integer.parseInt(range.group(1));
      int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
      if (from >= 1 && from <= to && to - from < MOST_PAGES) {
        return PageRange.between(from, to);
      }
    }
    throw new InvalidParameterException(
        "pages",
        "“pages” takes a page or a range such as 51-100, of %d pages at most, not “%s”."
            .formatted(MOST_PAGES, value));
  }
}
