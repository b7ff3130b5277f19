package it.lente.web;

import it.lente.messages.Messages;

/**
 * The addresses of this site as answers contain them.
 *
 * @param origin the beginning of absolute addresses; the empty string for paths only
 * @param base the path below which all pages are
 * @param messages in the language of the answer
 */
public record SiteLinks(String origin, String base, Messages messages) {

  /** Returns an address as it is written into an answer. */
  String to(Address address) {
    return origin + address.below(base);
  }
}
