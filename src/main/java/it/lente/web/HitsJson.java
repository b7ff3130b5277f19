package it.lente.web;

import it.lente.engine.AttachmentHits;
import it.lente.engine.PageHits;
import it.lente.record.PageShape;
import it.lente.record.PageText;
import java.util.List;

/** The occurrences in one attachment, and its pages, in the API. */
final class HitsJson {

  private HitsJson() {}

  static JsonObject of(AttachmentHits hits) {
    return new JsonObject()
        .with("occurrences", hits.occurrences())
        .with("together", hits.together())
        .with("pages", hits.pages().stream().map(HitsJson::page).toList());
  }

  private static JsonObject page(PageHits page) {
    List<JsonObject> hits = page.hits().stream().map(HitsJson::hit).toList();
    return sized(page.shape(), page(page.page(), page.label()))
        .with("occurrences", page.occurrences())
        .with(
            "excerpts",
            page.excerpts().stream()
                .map(excerpt -> ListJson.excerpt(new JsonObject(), excerpt))
                .toList())
        .with("boxes", page.hits().stream().flatMap(hit -> hit.boxes().stream()).toList())
        .with("hits", hits);
  }

  private static JsonObject hit(PageHits.Hit hit) {
    return new JsonObject()
        .with("n", hit.n())
        .with("start", hit.mark().start())
        .with("end", hit.mark().end())
        .with("boxes", hit.boxes());
  }

  static JsonObject of(PageText page) {
    return sized(page.shape(), page(page.number(), page.label()).with("text", page.text()));
  }

  private static JsonObject page(int number, String label) {
    return new JsonObject().with("page", number).with("label", label);
  }

  /** Adds the size of a page if the file has pages. */
  private static JsonObject sized(PageShape shape, JsonObject page) {
    return shape.equals(PageShape.NONE)
        ? page
        : page.with("width", shape.width())
            .with("height", shape.height())
            .with("rotation", shape.rotation());
  }
}
