package it.lente.extract.reading;

import it.lente.extract.PageStates;
import it.lente.extract.PictureCoverage;
import it.lente.record.DocumentInfo;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.record.TextUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What the parsers of PDFs and pictures found, handed to them in Tika's parse context: pages pass
 * Tika whole, not as its XHTML.
 */
final class PdfPages {

  private final TreeMap<Integer, ReadPage> pages = new TreeMap<>();
  private final List<Reason> losses = new ArrayList<>();
  private final Map<Integer, Reason> last;
  private final PageFollower follower;
  private final Optional<PageRecognizer> recognizer;
  private DocumentInfo info = DocumentInfo.NONE;

  /**
   * Begins without a page.
   *
   * @param last the pages to be read after all others, and not to be recognised, by their numbers:
   *     why a worker died of them
   * @param recognizer of pages that are pictures, nothing to leave them as they are
   */
  PdfPages(Map<Integer, Reason> last, PageFollower follower, Optional<PageRecognizer> recognizer) {
    this.last = last;
    this.follower = follower;
    this.recognizer = recognizer;
  }

  /**
   * For a file inside this one; who follows learns only that it goes on.
   *
   * @param unit the number under which its first page will stand here
   */
  PdfPages inside(int unit) {
    return new PdfPages(Map.of(), follower.ofInside(unit), recognizer);
  }

  /** Whether a worker died of what has this number. */
  boolean isFatal(int number) {
    return last.containsKey(number);
  }

  /** A file with other files in it is open. */
  void open(String mediaType) {
    follower.opened(mediaType, TextUnit.SECTION, 0);
  }

  /** A page of a file inside is read. */
  void follow(PageText page) {
    follower.read(new ReadPage(page, PictureCoverage.NOTHING, Optional.empty()));
  }

  /** Begins a document of so many pages, and tells the order in which to read them. */
  List<Integer> order(String mediaType, int count) {
    follower.opened(mediaType, TextUnit.PAGE, count);
    List<Integer> order = new ArrayList<>();
    IntStream.rangeClosed(1, count).filter(page -> !last.containsKey(page)).forEach(order::add);
    last.keySet().stream().filter(page -> page <= count).forEach(order::add);
    return order;
  }

  void begin(int number) {
    follower.begun(number);
  }

  /** Adds a page, or puts it in the place of the one with its number. */
  void add(ReadPage page) {
    pages.put(page.text().number(), page);
    follower.read(page);
  }

  Optional<PageRecognizer> recognizer() {
    return recognizer;
  }

  /**
   * Has the pages that are pictures recognised, if that is wanted: last of all, for it takes a
   * thousand times as long as to read.
   *
   * @param paintings what paints the page of a number
   */
  void recognize(IntFunction<PageRecognizer.Painting> paintings) {
    if (recognizer.isEmpty()) {
      return;
    }
    for (PageText picture : judged()) {
      if (picture.state() == PageState.NEEDS_OCR) {
        add(recognized(picture, paintings.apply(picture.number())));
      }
    }
  }

  private ReadPage recognized(PageText picture, PageRecognizer.Painting painting) {
    int number = picture.number();
    ReadPage page = new ReadPage(picture, pages.get(number).pictured(), Optional.empty());
    if (isFatal(number)) {
      return page.lost(ReasonCode.RECOGNITION_FAILED.with(last.get(number)));
    }
    begin(number);
    return recognizer.orElseThrow().recognize(page, painting);
  }

  /** The pages, each with what it repeats and with its state. */
  List<PageText> judged() {
    List<PageText> texts = new ArrayList<>();
    for (ReadPage page : pages()) {
      texts.add(page.problem().isPresent() ? page.text().withState(PageState.FAILED) : page.text());
    }
    return PageStates.judged(texts, page -> pages.get(page.number()).pictured());
  }

  /** Notes that a part of the document, not of one page, is missing. */
  void lost(Reason what) {
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
    return List.copyOf(pages.values());
  }

  List<Reason> losses() {
    return List.copyOf(losses);
  }
}
