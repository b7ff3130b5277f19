package it.lente.web;

import io.javalin.http.Context;
import it.lente.engine.Coverage;
import it.lente.engine.Coverage.StateCount;
import it.lente.engine.CoverageFile;
import it.lente.engine.OutOfTimeException;
import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.engine.Suggestion;
import it.lente.messages.Messages;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.record.PageText;
import it.lente.record.TreePath;
import it.lente.search.Answer;
import it.lente.search.CoverageQuestion;
import it.lente.search.ExportQuestion;
import it.lente.search.FacetList;
import it.lente.search.FacetQuestion;
import it.lente.search.HitsQuestion;
import it.lente.search.Question;
import it.lente.search.ResultFormat;
import it.lente.search.Search;
import it.lente.search.SimilarQuestion;
import it.lente.search.SuggestQuestion;
import it.lente.search.Suggested;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The JSON routes. Each reads the parameters, asks the search and writes the response. */
final class Api {

  /** The parameters of a record. */
  static final Set<String> OF_RECORD = Set.of("format", "lang");

  /** The parameters of a page: of its citation, what is quoted and where it is marked. */
  static final Set<String> OF_PAGE = Set.of("format", "q", "hit", "passage", "lang");

  private final Search search;
  private final Downloads downloads;
  private final Exports exports;

  Api(Search search, Downloads downloads) {
    this.search = search;
    this.downloads = downloads;
    this.exports = new Exports(search, downloads);
  }

  void processes(Context context) throws IOException {
    RequestContext visit = RequestContext.of(context).strict();
    ExportQuestion asked =
        ExportQuestion.strict(
            visit.parameters(),
            AcceptedTypes.of(context).among(ExportQuestion.FORMATS, ResultFormat.JSON));
    switch (asked.format()) {
      case JSON -> list(context, asked.question());
      case ATOM -> feed(context, asked.question());
      default -> exports.processes(context, asked);
    }
  }

  private void feed(Context context, Question question) {
    Search once = search.until(() -> false);
    Answer answer = once.ask(RequestWatch.asked(context, question));
    if (!answer.complete()) {
      throw new OutOfTimeException();
    }
    context
        .contentType(ResultFormat.ATOM.mediaType() + "; charset=utf-8")
        .result(AtomFeed.of(answer, RequestContext.of(context), once));
  }

  void pages(Context context) throws IOException {
    exports.pages(context);
  }

  private void list(Context context, Question question) {
    long start = System.nanoTime();
    RequestContext visit = RequestContext.of(context);
    Answer answer = search.ask(RequestWatch.asked(context, question));
    ConditionalRequests.keepOnlyWhole(context, answer);
    if (answer.isOutOfTime()) {
      throw new OutOfTimeException();
    }
    long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
    ListJson.of(answer, visit.messages(), took).send(context);
  }

  void facet(Context context) {
    long start = System.nanoTime();
    RequestContext visit = RequestContext.of(context).strict();
    FacetQuestion question = FacetQuestion.strict(PathLookup.facet(context), visit.parameters());
    FacetList list = FacetList.of(search.facet(question), question, visit.messages());
    long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
    boolean more = (long) question.page() * question.size() < list.total();
    new JsonObject()
        .with("facet", question.facet())
        .with("total", list.total())
        .with("values", ListJson.values(question.facet(), list.values(), visit.messages()))
        .with("next", more ? next(visit, question.page()) : null)
        .with("tookMillis", took)
        .send(context);
  }

  void process(Context context) {
    RequestContext visit = RequestContext.of(context).strict(OF_RECORD);
    StoredProcess stored = PathLookup.process(search, context);
    ResultFormat format = format(context, ResultFormat.OF_ONE);
    if (format == ResultFormat.JSON) {
      RecordJson.of(stored, visit.links()).send(context);
    } else {
      Citation.of(stored, visit.absoluteLinks()).send(context, format, visit.messages());
    }
  }

  private static ResultFormat format(Context context, Set<ResultFormat> known) {
    return ResultFormat.of(
        RequestContext.of(context).parameters(),
        known,
        AcceptedTypes.of(context).among(known, ResultFormat.JSON));
  }

  void hits(Context context) {
    RequestContext visit = RequestContext.of(context).strict();
    HitsQuestion question = HitsQuestion.strict(visit.parameters());
    HitsJson.of(PathLookup.hits(search, context, question)).send(context);
  }

  void page(Context context) {
    RequestContext visit = RequestContext.of(context).strict(OF_PAGE);
    PageText page = PathLookup.page(search, context, List.of());
    ResultFormat format = format(context, ResultFormat.OF_ONE);
    if (format == ResultFormat.JSON) {
      HitsJson.of(page).send(context);
      return;
    }
    // The names of the site are in the language of the reader.
    ResponseHeaders.vary(context, "Accept-Language");
    String hit = visit.parameters().one("hit");
    if (!hit.matches("[0-9]{0,9}")) {
      throw ProblemException.parameter("hit", "“hit” takes the number of an occurrence, from 1.");
    }
    StoredProcess process = PathLookup.process(search, context);
    StoredAttachment attachment = PathLookup.attachment(process, context, List.of());
    Address address =
        Address.page(process.record().id(), attachment.attachment().id(), page.number());
    String url =
        visit.absoluteLinks().to(address.with("q", visit.q()))
            + (hit.isEmpty() ? "" : "#hit-" + hit);
    Citation.of(process, attachment, page, visit.parameters().one("passage"), url)
        .send(context, format, visit.messages());
  }

  void similar(Context context) {
    RequestContext visit = RequestContext.of(context).strict();
    SimilarQuestion question = SimilarQuestion.strict(visit.parameters());
    List<JsonObject> similar =
        PathLookup.similar(search, context, question).stream()
            .map(each -> ListJson.similar(each, visit.messages()))
            .toList();
    new JsonObject().with("processes", similar).send(context);
  }

  void suggest(Context context) {
    SuggestQuestion question =
        SuggestQuestion.strict(RequestContext.of(context).strict().parameters());
    new JsonObject()
        .with("q", question.typed())
        .with("suggestions", search.suggest(question).stream().map(Api::suggestion).toList())
        .send(context);
  }

  private static JsonObject suggestion(Suggested suggested) {
    Suggestion suggestion = suggested.suggestion();
    boolean tree = suggestion.kind().facet().filter(Facet::tree).isPresent();
    return new JsonObject()
        .with("kind", suggestion.kind())
        .with("text", suggestion.text())
        .withAny("within", tree ? TreePath.parse(suggestion.value()).parent() : "")
        .withAny("process", suggested.process())
        .withAny("parameter", suggested.parameter())
        .withAny("value", suggested.value())
        .with("count", suggested.count());
  }

  void coverage(Context context) throws IOException {
    RequestContext visit = RequestContext.of(context).strict();
    CoverageQuestion question = CoverageQuestion.strict(visit.parameters());
    if (format(context, ResultFormat.OF_FILES) == ResultFormat.CSV) {
      writeCsv(context, question);
    } else {
      coverage(search.coverage(question), question, visit).send(context);
    }
  }

  private static JsonObject coverage(
      Coverage coverage, CoverageQuestion question, RequestContext visit) {
    boolean more = question.page() < Math.ceilDiv(coverage.total(), question.size());
    return new JsonObject()
        .with("files", coverage.all().files())
        .with("pages", coverage.all().pages())
        .with(
            "states",
            Stream.of(AttachmentState.values())
                .map(state -> state(state, coverage, visit.messages()))
                .toList())
        .with("total", coverage.total())
        .with("entries", coverage.files().stream().map(file -> entry(file, visit)).toList())
        .with("next", more ? next(visit, question.page()) : null);
  }

  private static JsonObject state(AttachmentState state, Coverage coverage, Messages messages) {
    StateCount count = coverage.states().getOrDefault(state, StateCount.NONE);
    return new JsonObject()
        .with("state", state)
        .with("label", messages.get("state.name." + state.key()))
        .with("files", count.files())
        .with("pages", count.pages());
  }

  private static JsonObject entry(CoverageFile file, RequestContext visit) {
    return new JsonObject()
        .with("process", new JsonObject().with("id", file.processId()).with("title", file.title()))
        .with("attachment", RecordJson.attachment(file.processId(), file.stored(), visit.links()));
  }

  /** Returns the cursor of the page after this one, to be sent back unchanged. */
  private static String next(RequestContext visit, int page) {
    return visit.here().with("page", page + 1).toString();
  }

  private void writeCsv(Context context, CoverageQuestion question) throws IOException {
    // Asked before anything is written, because without an index the response is an error.
    search.coverage(question);
    Messages messages = RequestContext.of(context).messages();
    downloads.send(
        context,
        ResultFormat.CSV.mediaType(),
        "lente-coverage.csv",
        out -> new CoverageCsv(out, messages).write(search, question.request().states()));
  }
}
