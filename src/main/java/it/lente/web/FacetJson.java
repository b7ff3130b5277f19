package it.lente.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.lente.search.FacetQuestion;
import it.lente.web.ListJson.FacetValueJson;
import java.util.List;

/**
 * The values of a facet in the API.
 *
 * @param total number of values on all pages
 * @param next the cursor of the next page, to be sent back unchanged; null on the last page
 */
record FacetJson(
    String facet,
    int total,
    List<FacetValueJson> values,
    @JsonInclude(JsonInclude.Include.ALWAYS) String next,
    long tookMillis) {

  static FacetJson of(
      FacetList list, FacetQuestion question, RequestContext visit, long tookMillis) {
    boolean more = (long) question.page() * question.size() < list.total();
    return new FacetJson(
        question.facet().key(),
        list.total(),
        list.values().stream()
            .map(value -> FacetValueJson.of(question.facet(), value, visit.messages()))
            .toList(),
        more ? visit.here().with("page", question.page() + 1).toString() : null,
        tookMillis);
  }
}
