package it.lente.web;

import it.lente.engine.PageHits.Hit;
import it.lente.messages.Messages;
import it.lente.record.Box;
import it.lente.record.PageShape;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A page as an image with marks on it; lengths in points, from the top left corner of the page as
 * it is displayed.
 *
 * @param pdf true if the page is rendered from a PDF; else the file is an image
 * @param original the address of the file
 */
record PageOverlay(boolean pdf, String original, float width, float height, List<SheetMark> marks) {

  /** Image types that every browser shows. */
  private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif");

  /**
   * An occurrence, or the part of it on this page.
   *
   * @param name «occorrenza 3 di 12, pagina 7: «bilancio»»
   */
  record SheetMark(int n, String name, List<Box> boxes) {}

  /** Returns an overlay; empty if the file has no pages, or they are inside another file. */
  static Optional<PageOverlay> of(ReaderSource source, String original, Messages messages) {
    PageShape shape = source.page().shape();
    boolean shown = isPdf(source) || isPicture(source);
    if (!shown
        || shape.equals(PageShape.NONE)
        || source.stored().summary().unit() != TextUnit.PAGE) {
      return Optional.empty();
    }
    Map<Integer, List<Hit>> pieces =
        source.here().stream()
            .collect(Collectors.groupingBy(Hit::n, LinkedHashMap::new, Collectors.toList()));
    List<SheetMark> marks = new ArrayList<>();
    pieces.forEach((n, hits) -> marks.add(mark(n, hits, source, messages)));
    return Optional.of(
        new PageOverlay(isPdf(source), original, shape.width(), shape.height(), marks));
  }

  /** Returns whether a browser can open the file as a PDF; a signed one is in an envelope. */
  static boolean isPdf(ReaderSource source) {
    return mediaType(source).equals("application/pdf")
        && !source.stored().attachment().file().toLowerCase(Locale.ROOT).endsWith(".p7m");
  }

  private static boolean isPicture(ReaderSource source) {
    return PICTURES.contains(mediaType(source)) && source.pages() == 1;
  }

  private static String mediaType(ReaderSource source) {
    TextSummary summary = source.stored().summary();
    return summary.parts().isEmpty() ? summary.mediaType() : "";
  }

  private static SheetMark mark(int n, List<Hit> pieces, ReaderSource source, Messages messages) {
    String words =
        pieces.stream()
            .map(Hit::mark)
            .map(mark -> source.page().text().substring(mark.start(), mark.end()))
            .collect(Collectors.joining(" … "));
    String name = messages.get("text.mark", source.spoken(n, messages), words);
    return new SheetMark(n, name, pieces.stream().flatMap(hit -> hit.boxes().stream()).toList());
  }
}
