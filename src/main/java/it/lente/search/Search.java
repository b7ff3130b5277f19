package it.lente.search;

import it.lente.engine.AttachmentHits;
import it.lente.engine.Coverage;
import it.lente.engine.CoverageFile;
import it.lente.engine.EngineStatus;
import it.lente.engine.FacetCounts;
import it.lente.engine.HitsRequest;
import it.lente.engine.SearchEngine;
import it.lente.engine.SearchResult;
import it.lente.engine.StoredProcess;
import it.lente.record.AttachmentState;
import it.lente.record.PageText;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What readers can ask. Every method throws {@link it.lente.engine.EngineUnavailableException}
 * while there is no index.
 */
public final class Search {

  private final SearchEngine engine;

  public Search(SearchEngine engine) {
    this.engine = engine;
  }

  public Answer ask(Question question) {
    SearchResult result = engine.search(question.request());
    List<String> passedOver = result.reading().passedOver();
    List<Warning> warnings = new ArrayList<>(question.warnings());
    if (!passedOver.isEmpty()) {
      warnings.add(new Warning(Warning.Kind.PASSED_OVER, String.join(", ", passedOver)));
    }
    List<String> cut = result.reading().cut();
    if (!cut.isEmpty()) {
      warnings.add(new Warning(Warning.Kind.TOO_MANY_FORMS, String.join(", ", cut)));
    }
    return new Answer(
        question, result, understood(question.request().query(), passedOver), warnings);
  }

  /** Every value of a facet with its count, the most frequent first. */
  public FacetCounts facet(FacetQuestion question) {
    return engine.facet(question.narrowing().request(), question.facet());
  }

  /** Nothing if there is no process of this id. */
  public Optional<StoredProcess> process(String id) {
    return engine.process(id);
  }

  /** Nothing if there is no such attachment. */
  public Optional<AttachmentHits> hits(String process, String attachment, HitsQuestion question) {
    return engine.hits(
        new HitsRequest(process, attachment, question.query(), question.pages(), question.order()));
  }

  /** Nothing if there is no such page; pages count from 1. */
  public Optional<PageText> page(String process, String attachment, int number) {
    return engine.page(process, attachment, number);
  }

  /** The number of the first page that is called so, nothing if there is none. */
  public OptionalInt pageLabelled(String process, String attachment, String label) {
    return engine.pageLabelled(process, attachment, label);
  }

  /** How much of the collection's files can be searched. */
  public Coverage coverage(CoverageQuestion question) {
    return engine.coverage(question.request());
  }

  /**
   * Every file in one of the states, one after the other.
   *
   * @param states those wanted, none for all
   */
  public void eachFile(Set<AttachmentState> states, Consumer<CoverageFile> sink) {
    engine.eachFile(states, sink);
  }

  public EngineStatus status() {
    return engine.status();
  }

  private static String understood(TextQuery query, List<String> passedOver) {
    return WrittenQuery.of(
        query.without(clause -> clause.kind() == Kind.WORD && passedOver.contains(clause.text())));
  }
}
