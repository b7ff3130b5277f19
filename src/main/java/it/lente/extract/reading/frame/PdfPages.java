package it.lente.extract.reading.frame;

import it.lente.extract.judging.PageStates;
import it.lente.extract.judging.PictureCoverage;
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
 * Results of the parsers of PDFs and pictures, which receive this object in Tika's parse context.
 * In this way pages bypass Tika's XHTML.
 */
public final class PdfPages {

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
  public PdfPages(
      Map<Integer, Reason> last, PageFollower follower, Optional<PageRecognizer> recognizer) {
    this.last = last;
    this.follower = follower;
    this.recognizer = recognizer;
  }

  /**
   * Collects the pages of a file inside this one. The follower receives only signs of progress.
   *
   * @param unit the number in the outer file of its first page
   */
  PdfPages inside(int unit) {
    return new PdfPages(Map.of(), follower.ofInside(unit), recognizer);
  }

  /** Returns whether a worker died of the page with this number. */
  boolean isFatal(int number) {
    return last.containsKey(number);
  }

  /** Announces that a file with other files in it is open. */
  void open(String mediaType) {
    follower.opened(mediaType, TextUnit.SECTION, 0);
  }

  /** Announces that a page of a file inside is read. */
  void follow(PageText page) {
    follower.read(new ReadPage(page, PictureCoverage.NOTHING, Optional.empty()));
  }

  /** Begins a document with a number of pages, and returns the order in which to read them. */
  public List<Integer> order(String mediaType, int count) {
    follower.opened(mediaType, TextUnit.PAGE, count);
    List<Integer> order = new ArrayList<>();
    IntStream.rangeClosed(1, count).filter(page -> !last.containsKey(page)).forEach(order::add);
    last.keySet().stream().filter(page -> page <= count).forEach(order::add);
    return order;
  }

  public void begin(int number) {
    follower.begun(number);
  }

  /** Adds a page, or replaces the one with its number. */
  public void add(ReadPage page) {
    pages.put(page.text().number(), page);
    follower.read(page);
  }

  public Optional<PageRecognizer> recognizer() {
    return recognizer;
  }

  /**
   * Recognises the pages that are pictures, if requested. Recognition comes last, because it takes
   * a thousand times as long as reading.
   *
   * @param paintings renders the page of a number
   */
  public void recognize(IntFunction<PageRecognizer.Painting> paintings) {
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

  /** Returns the pages, each with its repeated lines and its state. */
  public List<PageText> judged() {
    List<PageText> texts = new ArrayList<>();
    for (ReadPage page : pages()) {
      texts.add(page.problem().isPresent() ? page.text().withState(PageState.FAILED) : page.text());
    }
    return PageStates.judged(texts, page -> pages.get(page.number()).pictured());
  }

  /** Records that a part of the document outside its pages is missing. */
  public void lost(Reason what) {
    losses.add(what);
  }

  /** Records the information about the document outside its pages. */
  public void say(DocumentInfo said) {
    info = said;
  }

  public DocumentInfo info() {
    return info;
  }

  /** Returns the pages in the order of their numbers. */
  public List<ReadPage> pages() {
    return List.copyOf(pages.values());
  }

  public List<Reason> losses() {
    return List.copyOf(losses);
  }
}
