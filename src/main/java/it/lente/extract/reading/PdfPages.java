package it.lente.extract.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * What the PDF parser found, handed to it in Tika's parse context: pages pass Tika whole, not as
 * its XHTML.
 */
final class PdfPages {

  private final List<ReadPage> pages = new ArrayList<>();
  private final List<String> losses = new ArrayList<>();

  void add(ReadPage page) {
    pages.add(page);
  }

  /** Notes that a part of the document, not of one page, is missing. */
  void lost(String what) {
    losses.add(what);
  }

  List<ReadPage> pages() {
    return List.copyOf(pages);
  }

  List<String> losses() {
    return List.copyOf(losses);
  }
}
