package it.lente.web;

/** Addresses of a document's pages. A list may have thousands, so their parts are built once. */
record PageLinks(String before, String suffix) {

  /** Returns addresses that keep the words and the language. */
  static PageLinks of(String process, String attachment, RequestContext visit) {
    return new PageLinks(visit.here().base() + Address.pages(process, attachment), visit.asked());
  }

  /** Derives addresses from that of one page. */
  static PageLinks around(Address page, int number) {
    String address = page.toString();
    String segment = "/pages/" + number;
    int at = address.indexOf(segment) + "/pages/".length();
    return new PageLinks(
        address.substring(0, at), address.substring(at + Integer.toString(number).length()));
  }

  String page(int number) {
    return before + number + suffix;
  }

  String hit(int page, int n) {
    return page(page) + "#hit-" + n;
  }
}
