package it.lente.extract.reading;

import it.lente.record.DocumentInfo;
import it.lente.record.TextUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the PDF parser found, handed to it in Tika's parse context: pages pass Tika whole, not as
 * its XHTML.
 */
final class PdfPages {

  private final List<ReadPage> pages = new ArrayList<>();
  private final List<String> losses = new ArrayList<>();
  private final List<Integer> last;
  private final PageFollower follower;
  private DocumentInfo info = DocumentInfo.NONE;

  /** A document that is read in the order of its pages and that nobody follows. */
  PdfPages() {
    this(List.of(), PageFollower.NOBODY);
  }

  /**
   * @param last the numbers of pages to be read after all others
   */
  PdfPages(List<Integer> last, PageFollower follower) {
    this.last = last;
    this.follower = follower;
  }

  /** Begins a document of so many pages, and tells the order in which to read them. */
  List<Integer> order(int count) {
    follower.opened("application/pdf", TextUnit.PAGE, count);
    List<Integer> order = new ArrayList<>();
    IntStream.rangeClosed(1, count).filter(page -> !last.contains(page)).forEach(order::add);
    last.stream().filter(page -> page <= count).forEach(order::add);
    return order;
  }

  void begin(int number) {
    follower.begun(number);
  }

  void add(ReadPage page) {
    pages.add(page);
    follower.read(page);
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

  /** By their numbers. */
  List<ReadPage> pages() {
    return pages.stream().sorted(Comparator.comparingInt(page -> page.text().number())).toList();
  }

  List<String> losses() {
    return List.copyOf(losses);
  }
}
