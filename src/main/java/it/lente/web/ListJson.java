package it.lente.web;

import it.lente.engine.AttachmentHit;
import it.lente.engine.AttachmentHit.PageCount;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.Excerpt;
import it.lente.engine.FacetCount;
import it.lente.engine.FacetCounts;
import it.lente.engine.ProcessHit;
import it.lente.engine.SearchResult;
import it.lente.engine.SimilarProcess;
import it.lente.engine.SimilarProcess.Shared;
import it.lente.messages.Messages;
import it.lente.record.Facet;
import it.lente.record.TreePath;
import it.lente.record.Years;
import it.lente.search.Answer;
import it.lente.search.Warning;
import java.util.List;

/** Lists of processes in the API. */
final class ListJson {

  private ListJson() {}

  /** Returns the answer to a question; {@code next} is null on the last page. */
  static JsonObject of(Answer answer, Messages messages, long tookMillis) {
    SearchResult result = answer.result();
    JsonObject facets = new JsonObject();
    JsonObject sizes = new JsonObject();
    for (Facet facet : Facet.values()) {
      FacetCounts counts = result.facets().get(facet);
      if (counts != null) {
        facets.with(facet.key(), values(facet, counts.values(), messages));
        sizes.with(facet.key(), counts.size());
      }
    }
    return new JsonObject()
        .with("total", result.total())
        .with("query", query(answer, messages))
        .with(
            "processes",
            ListShare.of(result.processes(), "").stream().map(ListJson::process).toList())
        .with("facets", facets)
        .with("facetSizes", sizes)
        .with("next", answer.next().orElse(null))
        .with("complete", answer.complete())
        .with("tookMillis", tookMillis);
  }

  private static JsonObject query(Answer answer, Messages messages) {
    return new JsonObject()
        .with("text", answer.question().request().query().text())
        .with("understoodAs", answer.understoodAs())
        .with("relaxed", answer.relaxed().map(warning -> text(warning, messages)).orElse(null))
        .with(
            "warnings",
            answer.warnings().stream()
                .map(warning ->
                    new JsonObject()
                        .with("type", warning.kind())
                        .with("text", text(warning, messages)))
                .toList())
        .with("withoutFilter", answer.withoutFilter())
        .with("didYouMean", answer.didYouMean().orElse(null));
  }

  static String text(Warning warning, Messages messages) {
    return messages.get("warning." + warning.kind().key(), warning.detail());
  }

  /** Returns the members that every process has, in lists and alone. */
  static JsonObject card(ProcessHit.Card card) {
    Years years = card.derived().years();
    return new JsonObject()
        .with("id", card.id())
        .with("title", card.title())
        .with("status", card.status())
        .with(
            "years",
            new JsonObject()
                .withAny("from", years.from().map(Years.Bound::year))
                .withAny("to", years.to().map(Years.Bound::year))
                .withAny("fromOrigin", years.from().map(Years.Bound::origin))
                .withAny("toOrigin", years.to().map(Years.Bound::origin)))
        .with("places", card.derived().places())
        .with("themes", card.derived().themes());
  }

  private static JsonObject process(ListShare share) {
    ProcessHit hit = share.hit();
    return card(hit.card())
        .with("score", hit.score())
        .with(
            "excerpts",
            hit.excerpts().stream()
                .map(found ->
                    excerpt(new JsonObject().with("field", found.field()), found.excerpt()))
                .toList())
        .with("attachments", share.attachments().stream().map(ListJson::attachment).toList())
        .withAny("moreAttachments", share.unlisted());
  }

  private static JsonObject attachment(AttachmentHit hit) {
    return new JsonObject()
        .with("id", hit.stored().attachment().id())
        .with("title", hit.stored().attachment().title())
        .with("file", hit.stored().attachment().file())
        .with("unit", hit.stored().summary().unit())
        .with("pages", hit.stored().summary().pageCount())
        .with("state", hit.stored().summary().state())
        .withAny("language", hit.stored().summary().language())
        .withAny("hits", hit.hits().map(ListJson::counts))
        .with(
            "excerpts",
            hit.excerpts().stream()
                .map(found ->
                    excerpt(
                        new JsonObject().with("page", found.page()).with("hit", found.hit()),
                        found.excerpt()))
                .toList());
  }

  /** Adds an excerpt to the object that says where it is. */
  static JsonObject excerpt(JsonObject place, Excerpt excerpt) {
    return place.with("text", excerpt.text()).with("marks", excerpt.marks());
  }

  private static JsonObject counts(PageCounts counts) {
    return new JsonObject()
        .with("occurrences", counts.occurrences())
        .with("pages", counts.pages().size())
        .with(
            "pageNumbers",
            counts.pages().stream().limit(ListShare.PAGES).map(PageCount::page).toList());
  }

  /** Returns the values of a facet, those of a tree with their parents. */
  static List<JsonObject> values(Facet facet, List<FacetCount> counts, Messages messages) {
    return counts.stream()
        .map(count ->
            new JsonObject()
                .with("value", count.value())
                .with("label", messages.label(facet, count.value()))
                .withAny("parent", facet.tree() ? TreePath.parse(count.value()).parent() : "")
                .with("count", count.count())
                .with("selected", count.selected()))
        .toList();
  }

  /** Returns a process that is similar to another, with what both have in common. */
  static JsonObject similar(SimilarProcess similar, Messages messages) {
    return card(similar.card())
        .with("score", similar.score())
        .with("because", similar.because().stream().map(each -> shared(each, messages)).toList());
  }

  private static JsonObject shared(Shared shared, Messages messages) {
    return shared
        .facet()
        .map(facet ->
            new JsonObject()
                .with("kind", facet)
                .with("text", messages.label(facet, shared.text()))
                .with("value", shared.text()))
        .orElseGet(() -> new JsonObject().with("kind", "word").with("text", shared.text()));
  }
}
