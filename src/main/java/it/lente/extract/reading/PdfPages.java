package it.lente.extract.reading;

import it.lente.record.DocumentInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * What the PDF parser found, handed to it in Tika's parse context: pages pass Tika whole, not as
 * its XHTML.
 */
final class PdfPages {

  private final List<ReadPage> pages = new ArrayList<>();
  private final List<String> losses = new ArrayList<>();

  private DocumentInfo info = DocumentInfo.NONE;

  void add(ReadPage page) {
    pages.add(page);
  }

  /** Notes that a part of the document, not of one page, is missing. */
  void lost(String what) {
    losses.add(what);
  }

  /** What the document says beside its pages. */
  void say(DocumentInfo said) {
    info = said;
  }

  DocumentInfo info() {
    return info;
  }

  List<ReadPage> pages() {
    return List.copyOf(pages);
  }

  List<String> losses() {
    return List.copyOf(losses);
  }
}
