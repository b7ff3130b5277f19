package it.lente.web;

import io.javalin.http.Context;
import it.lente.engine.EngineStatus;
import it.lente.search.Answer;
import it.lente.search.HitsQuestion;
import it.lente.search.Question;
import it.lente.search.Search;
import java.time.Duration;
import java.util.Set;

/** The JSON routes: read the parameters, ask, write. */
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
    Visit visit = Visit.of(context).strict();
    Answer answer = search.ask(Question.strict(visit.parameters()));
    long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
    json.write(context, ListJson.of(answer, visit, took));
  }

  void process(Context context) {
    Visit visit = Visit.of(context).strict(LANGUAGE_ONLY);
    json.write(context, RecordJson.of(Wanted.process(search, context), visit.texts()));
  }

  void hits(Context context) {
    Visit visit = Visit.of(context).strict();
    HitsQuestion question = HitsQuestion.strict(visit.parameters());
    json.write(context, HitsJson.of(Wanted.hits(search, context, question)));
  }

  void page(Context context) {
    Visit.of(context).strict(LANGUAGE_ONLY);
    json.write(context, HitsJson.PageJson.of(Wanted.page(search, context)));
  }

  void health(Context context) {
    EngineStatus status = search.status();
    context.status(status.ready() ? 200 : Problem.NOT_READY.status());
    if (!status.ready()) {
      context.header("Retry-After", ErrorPolicy.RETRY_AFTER);
    }
    json.write(context, status);
  }
}
