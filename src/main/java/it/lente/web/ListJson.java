package it.lente.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.lente.engine.AttachmentHit;
import it.lente.engine.AttachmentHit.PageCount;
import it.lente.engine.FacetCount;
import it.lente.engine.FacetCounts;
import it.lente.engine.Mark;
import it.lente.engine.ProcessHit;
import it.lente.engine.SearchResult;
import it.lente.messages.Messages;
import it.lente.record.Derived;
import it.lente.record.Facet;
import it.lente.record.TreePath;
import it.lente.record.Years;
import it.lente.search.Answer;
import it.lente.search.DidYouMean;
import it.lente.search.DroppedFilter;
import it.lente.search.Warning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of processes in the API.
 *
 * @param next the cursor of the next page, to be sent back unchanged; null on the last page
 * @param complete false if time ran out before all was searched; counts are then lower bounds
 */
record ListJson(
    int total,
    QueryJson query,
    List<ProcessJson> processes,
    Map<String, List<FacetValueJson>> facets,
    Map<String, Integer> facetSizes,
    @JsonInclude(JsonInclude.Include.ALWAYS) String next,
    boolean complete,
    long tookMillis) {

  /**
   * The interpretation of a question.
   *
   * @param relaxed how the question was relaxed because nothing had all words; null if it was not
   * @param withoutFilter if nothing matches, the number of results without each one of the filters
   * @param didYouMean null if there is nothing to suggest
   */
  record QueryJson(
      String text,
      String understoodAs,
      @JsonInclude(JsonInclude.Include.ALWAYS) String relaxed,
      List<WarningJson> warnings,
      List<DroppedFilter> withoutFilter,
      @JsonInclude(JsonInclude.Include.ALWAYS) DidYouMean didYouMean) {}

  /**
   * A warning about the interpretation of the question.
   *
   * @param type one of a closed list, for programs
   * @param text for people
   */
  record WarningJson(String type, String text) {

    static String text(Warning warning, Messages messages) {
      return messages.get("warning." + warning.kind().key(), warning.detail());
    }

    static WarningJson of(Warning warning, Messages messages) {
      return new WarningJson(warning.kind().key(), text(warning, messages));
    }
  }

  record ProcessJson(
      String id,
      String title,
      String status,
      YearsJson years,
      List<String> places,
      List<String> themes,
      float score,
      List<ExcerptJson> excerpts,
      List<AttachmentJson> attachments,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int moreAttachments) {}

  /** Years and the labels of their source fields; null if no year is known. */
  record YearsJson(Integer from, Integer to, String fromOrigin, String toOrigin) {

    static YearsJson of(Years years) {
      return new YearsJson(
          years.from().map(Years.Bound::year).orElse(null),
          years.to().map(Years.Bound::year).orElse(null),
          years.from().map(Years.Bound::origin).orElse(null),
          years.to().map(Years.Bound::origin).orElse(null));
    }
  }

  /** A part of a record's field or of an attachment's page. */
  record ExcerptJson(String field, Integer page, Integer hit, String text, List<int[]> marks) {

    static List<int[]> pairs(List<Mark> marks) {
      return marks.stream().map(mark -> new int[] {mark.start(), mark.end()}).toList();
    }
  }

  record AttachmentJson(
      String id,
      String title,
      String file,
      String unit,
      int pages,
      String state,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String language,
      CountsJson hits,
      List<ExcerptJson> excerpts) {}

  record CountsJson(int occurrences, int pages, List<Integer> pageNumbers) {}

  record FacetValueJson(String value, String label, String parent, int count, boolean selected) {

    static FacetValueJson of(Facet facet, FacetCount count, Messages messages) {
      String parent = facet.tree() ? TreePath.parse(count.value()).parent() : "";
      return new FacetValueJson(
          count.value(),
          messages.label(facet, count.value()),
          parent.isEmpty() ? null : parent,
          count.count(),
          count.selected());
    }
  }

  static ListJson of(Answer answer, RequestContext visit, long tookMillis) {
    SearchResult result = answer.result();
    Map<String, List<FacetValueJson>> facets = new LinkedHashMap<>();
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      FacetCounts counts = result.facets().get(facet);
      if (counts != null) {
        facets.put(facet.key(), values(facet, counts, visit.messages()));
        sizes.put(facet.key(), counts.size());
      }
    }
    return new ListJson(
        result.total(),
        query(answer, visit.messages()),
        ListShare.of(result.processes(), "").stream().map(ListJson::process).toList(),
        facets,
        sizes,
        answer.next().orElse(null),
        answer.complete(),
        tookMillis);
  }

  private static QueryJson query(Answer answer, Messages messages) {
    List<WarningJson> warnings =
        answer.warnings().stream().map(warning -> WarningJson.of(warning, messages)).toList();
    String typed = answer.question().request().query().text();
    String relaxed =
        answer.relaxed().map(warning -> WarningJson.text(warning, messages)).orElse(null);
    return new QueryJson(
        typed,
        answer.understoodAs(),
        relaxed,
        warnings,
        answer.withoutFilter(),
        answer.didYouMean().orElse(null));
  }

  private static ProcessJson process(ListShare share) {
    ProcessHit hit = share.hit();
    Derived derived = hit.card().derived();
    return new ProcessJson(
        hit.card().id(),
        hit.card().title(),
        hit.card().status(),
        YearsJson.of(derived.years()),
        derived.places().stream().map(TreePath::value).toList(),
        derived.themes().stream().map(TreePath::value).toList(),
        hit.score(),
        hit.excerpts().stream()
            .map(found ->
                new ExcerptJson(
                    found.field(),
                    null,
                    null,
                    found.excerpt().text(),
                    ExcerptJson.pairs(found.excerpt().marks())))
            .toList(),
        share.attachments().stream().map(ListJson::attachment).toList(),
        share.unlisted());
  }

  private static AttachmentJson attachment(AttachmentHit hit) {
    return new AttachmentJson(
        hit.stored().attachment().id(),
        hit.stored().attachment().title(),
        hit.stored().attachment().file(),
        hit.stored().summary().unit().key(),
        hit.stored().summary().pageCount(),
        hit.stored().summary().state().key(),
        hit.stored().summary().language(),
        hit.hits()
            .map(counts ->
                new CountsJson(
                    counts.occurrences(),
                    counts.pages().size(),
                    counts.pages().stream().limit(ListShare.PAGES).map(PageCount::page).toList()))
            .orElse(null),
        hit.excerpts().stream()
            .map(found ->
                new ExcerptJson(
                    null,
                    found.page(),
                    found.hit(),
                    found.excerpt().text(),
                    ExcerptJson.pairs(found.excerpt().marks())))
            .toList());
  }

  private static List<FacetValueJson> values(Facet facet, FacetCounts counts, Messages messages) {
    return counts.values().stream()
        .map(count -> FacetValueJson.of(facet, count, messages))
        .toList();
  }
}
