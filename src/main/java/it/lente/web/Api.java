package it.lente.web;

import io.javalin.http.Context;
import it.lente.engine.OutOfTimeException;
import it.lente.search.Answer;
import it.lente.search.CoverageQuestion;
import it.lente.search.CoverageQuestion.Format;
import it.lente.search.FacetQuestion;
import it.lente.search.HitsQuestion;
import it.lente.search.Question;
import it.lente.search.Search;
import it.lente.search.SimilarQuestion;
import it.lente.search.SuggestQuestion;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The JSON routes. Each reads the parameters, asks the search and writes the response. */
final class Api {

  private static final Set<String> LANGUAGE_ONLY = Set.of("lang");

  private final Search search;
  private final Json json;

  Api(Search search, Json json) {
    this.search = search;
    this.json = json;
  }

  void processes(Context context) {
    long start = System.nanoTime();
    RequestContext visit = RequestContext.of(context).strict();
    Answer answer = search.ask(RequestWatch.asked(context, Question.strict(visit.parameters())));
    ConditionalRequests.keepOnlyWhole(context, answer);
    if (answer.isOutOfTime()) {
      throw new OutOfTimeException();
    }
    long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
    json.write(context, ListJson.of(answer, visit, took));
  }

  void facet(Context context) {
    long start = System.nanoTime();
    RequestContext visit = RequestContext.of(context).strict();
    FacetQuestion question = FacetQuestion.strict(PathLookup.facet(context), visit.parameters());
    FacetList list = FacetList.of(search.facet(question), question, visit.messages());
    long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
    json.write(context, FacetJson.of(list, question, visit, took));
  }

  void process(Context context) {
    RequestContext visit = RequestContext.of(context).strict(LANGUAGE_ONLY);
    json.write(context, RecordJson.of(PathLookup.process(search, context), visit));
  }

  void hits(Context context) {
    RequestContext visit = RequestContext.of(context).strict();
    HitsQuestion question = HitsQuestion.strict(visit.parameters());
    json.write(context, HitsJson.of(PathLookup.hits(search, context, question)));
  }

  void page(Context context) {
    RequestContext.of(context).strict(LANGUAGE_ONLY);
    json.write(context, HitsJson.PageJson.of(PathLookup.page(search, context, List.of())));
  }

  void similar(Context context) {
    RequestContext visit = RequestContext.of(context).strict();
    SimilarQuestion question = SimilarQuestion.strict(visit.parameters());
    json.write(
        context, SimilarJson.of(PathLookup.similar(search, context, question), visit.messages()));
  }

  void suggest(Context context) {
    SuggestQuestion question =
        SuggestQuestion.strict(RequestContext.of(context).strict().parameters());
    json.write(context, SuggestJson.of(question, search.suggest(question)));
  }

  void coverage(Context context) {
    RequestContext visit = RequestContext.of(context).strict();
    CoverageQuestion question = CoverageQuestion.strict(visit.parameters());
    if (question
            .format()
            .orElse(RequestContext.accepts(context, "text/csv") ? Format.CSV : Format.JSON)
        == Format.CSV) {
      writeCsv(context, question);
    } else {
      json.write(context, CoverageJson.of(search.coverage(question), question, visit));
    }
  }

  private void writeCsv(Context context, CoverageQuestion question) {
    // Asked before anything is written, because without an index the response is an error.
    search.coverage(question);
    context.contentType("text/csv; charset=utf-8; header=present");
    context.header("Content-Disposition", "attachment; filename=\"lente-coverage.csv\"");
    try (Writer out = new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8)) {
      new CoverageCsv(out, RequestContext.of(context).messages())
          .write(search, question.request().states());
    } catch (IOException | CoverageCsv.ReaderLeftException left) {
      // The client left in the middle of a long list, so no error can be sent.
    }
  }
}
