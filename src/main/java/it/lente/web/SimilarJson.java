package it.lente.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.lente.engine.SimilarProcess;
import it.lente.engine.SimilarProcess.Shared;
import it.lente.messages.Messages;
import it.lente.record.Derived;
import it.lente.record.Facet;
import it.lente.record.TreePath;
import java.util.List;

/** Processes similar to another one, in the API. */
record SimilarJson(List<ProcessJson> processes) {

  record ProcessJson(
      String id,
      String title,
      String status,
      ListJson.YearsJson years,
      List<String> places,
      List<String> themes,
      float score,
      List<SharedJson> because) {}

  /**
   * A property that both processes have.
   *
   * @param kind {@code word}, or the name of a facet
   * @param value the facet's value, absent for a word
   */
  record SharedJson(
      String kind, String text, @JsonInclude(JsonInclude.Include.NON_NULL) String value) {

    static SharedJson of(Shared shared, Messages messages) {
      return new SharedJson(
          shared.facet().map(Facet::key).orElse("word"),
          shared.facet().map(facet -> messages.label(facet, shared.text())).orElse(shared.text()),
          shared.facet().isPresent() ? shared.text() : null);
    }
  }

  static SimilarJson of(List<SimilarProcess> similar, Messages messages) {
    return new SimilarJson(similar.stream().map(each -> process(each, messages)).toList());
  }

  private static ProcessJson process(SimilarProcess similar, Messages messages) {
    Derived derived = similar.card().derived();
    return new ProcessJson(
        similar.card().id(),
        similar.card().title(),
        similar.card().status(),
        ListJson.YearsJson.of(derived.years()),
        derived.places().stream().map(TreePath::value).toList(),
        derived.themes().stream().map(TreePath::value).toList(),
        similar.score(),
        similar.because().stream().map(shared -> SharedJson.of(shared, messages)).toList());
  }
}
