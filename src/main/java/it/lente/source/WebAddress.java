package it.lente.source;

import java.net.URI;
import java.net.URISyntaxException;

/** Checks whether a page may safely link to an address. */
final class WebAddress {

  private WebAddress() {}

  static boolean is(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      return uri.getHost() != null
          && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme));
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }
}
