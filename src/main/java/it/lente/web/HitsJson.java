package it.lente.web;

import it.lente.engine.AttachmentHits;
import it.lente.engine.Excerpt;
import it.lente.engine.PageHits;
import it.lente.record.Box;
import it.lente.record.PageShape;
import it.lente.record.PageText;
import java.util.List;

/** The occurrences in one attachment in the API. */
record HitsJson(int occurrences, boolean together, List<PageHitsJson> pages) {

  /** One page with occurrences; its size is present only if the file has pages. */
  record PageHitsJson(
      int page,
      String label,
      Float width,
      Float height,
      Integer rotation,
      int occurrences,
      List<ExcerptJson> excerpts,
      List<float[]> boxes,
      List<HitJson> hits) {}

  record ExcerptJson(String text, List<int[]> marks) {

    static ExcerptJson of(Excerpt excerpt) {
      return new ExcerptJson(excerpt.text(), ListJson.ExcerptJson.pairs(excerpt.marks()));
    }
  }

  record HitJson(int n, int start, int end, List<float[]> boxes) {

    static HitJson of(PageHits.Hit hit) {
      return new HitJson(
          hit.n(),
          hit.mark().start(),
          hit.mark().end(),
          hit.boxes().stream().map(HitJson::numbers).toList());
    }

    private static float[] numbers(Box box) {
      return new float[] {box.left(), box.top(), box.width(), box.height()};
    }
  }

  record PageJson(
      int page, String label, String text, Float width, Float height, Integer rotation) {

    static PageJson of(PageText page) {
      Shape shape = Shape.of(page.shape());
      return new PageJson(
          page.number(), page.label(), page.text(), shape.width, shape.height, shape.rotation);
    }
  }

  /** The size of a page; all values are null if it has none. */
  private record Shape(Float width, Float height, Integer rotation) {

    static Shape of(PageShape shape) {
      return shape.equals(PageShape.NONE)
          ? new Shape(null, null, null)
          : new Shape(shape.width(), shape.height(), shape.rotation());
    }
  }

  static HitsJson of(AttachmentHits hits) {
    return new HitsJson(
        hits.occurrences(), hits.together(), hits.pages().stream().map(HitsJson::page).toList());
  }

  private static PageHitsJson page(PageHits hits) {
    Shape shape = Shape.of(hits.shape());
    List<HitJson> single = hits.hits().stream().map(HitJson::of).toList();
    return new PageHitsJson(
        hits.page(),
        hits.label(),
        shape.width,
        shape.height,
        shape.rotation,
        hits.occurrences(),
        hits.excerpts().stream().map(ExcerptJson::of).toList(),
        single.stream().flatMap(hit -> hit.boxes().stream()).toList(),
        single);
  }
}
