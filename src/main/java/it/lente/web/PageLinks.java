package it.lente.web;

/** The addresses of a document's pages: written once, for a list may hold thousands of them. */
record PageLinks(String before, String suffix) {

  /** Those that keep the words and the language. */
  static PageLinks of(String process, String attachment, RequestContext visit) {
    return new PageLinks(visit.here().base() + Address.pages(process, attachment), visit.asked());
  }

  /** Taken from the address of one page. */
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

  /** The address of an occurrence. */
  String hit(int page, int n) {
    return page(page) + "#hit-" + n;
  }
}
