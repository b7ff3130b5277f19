package it.lente.web;

import it.lente.messages.Messages;
import it.lente.search.RequestParameters;

/**
 * The addresses of this site as answers contain them.
 *
 * @param origin the beginning of absolute addresses; the empty string for paths only
 * @param base the path below which all pages are
 * @param messages in the language of the answer
 */
public record SiteLinks(String origin, String base, Messages messages) {

  /** Returns the address of the list that answers a question. */
  public String list(RequestParameters asked) {
    return to(new Address("/", asked.values()));
  }

  /** Returns the address of a record that shows where the words of a question occur. */
  public String process(String id, String q) {
    return to(Address.process(id).with("q", q));
  }

  /** Returns the address of a hit on a page of an attachment. */
  public String page(String process, String attachment, int page, String q, int hit) {
    return to(Address.page(process, attachment, page).with("q", q)) + "#hit-" + hit;
  }

  /** Returns an address as it is written into an answer. */
  String to(Address address) {
    return origin + address.below(base);
  }
}
