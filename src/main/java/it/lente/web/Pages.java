package it.lente.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import it.lente.engine.AttachmentHit.PageCount;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.AttachmentHits;
import it.lente.engine.EngineStatus;
import it.lente.engine.OutOfTimeException;
import it.lente.engine.PageHits;
import it.lente.engine.ProcessMatch;
import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.messages.Messages;
import it.lente.record.Keyed;
import it.lente.record.PageText;
import it.lente.search.Answer;
import it.lente.search.CoverageQuestion;
import it.lente.search.FacetQuestion;
import it.lente.search.HitsQuestion;
import it.lente.search.Overview;
import it.lente.search.Question;
import it.lente.search.ResultFormat;
import it.lente.search.Search;
import it.lente.search.SimilarQuestion;
import it.lente.search.SimplerQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The routes for people. Each reads the parameters, asks the search and writes a page. */
final class Pages {

  private final Search search;
  private final Templates templates;

  Pages(Search search, Templates templates) {
    this.search = search;
    this.templates = templates;
  }

  /** A page of text that shows nothing of the collection. */
  record PlainPage(PageLayout frame) {}

  /**
   * The page about the collection.
   *
   * @param numbers figures about the collection by their names; empty while there is no index
   */
  record AboutPage(PageLayout frame, Map<String, String> numbers) {}

  /** The explanation of a problem type. */
  record ProblemPage(PageLayout frame, ProblemType problem) {}

  void results(Context context) {
    RequestContext visit = RequestContext.of(context).linkable();
    Optional<Address> canonical = RangeForm.canonical(visit);
    if (canonical.isPresent()) {
      context.redirect(canonical.get().toString(), HttpStatus.SEE_OTHER);
      return;
    }
    boolean home = visit.here().isBare();
    Question question = RequestWatch.asked(context, Question.lenient(visit.parameters()));
    Answer answer = home ? search.overview(question) : search.ask(question);
    ConditionalRequests.keepOnlyWhole(context, answer);
    if (home && !answer.complete()) {
      throw new OutOfTimeException();
    }
    if (answer.isOutOfTime()) {
      context
          .status(ProblemType.OUT_OF_TIME.status())
          .header("Retry-After", ProblemType.RETRY_AFTER);
    }
    if (home) {
      templates.write(context, "home", HomeView.of(answer, visit));
    } else {
      List<SimplerQuestion> simpler =
          answer.complete() && answer.result().total() == 0
              ? search.simpler(answer.question())
              : List.of();
      templates.write(context, "results", ResultsView.of(answer, visit, simpler));
    }
  }

  void process(Context context) {
    RequestContext visit = RequestContext.of(context);
    // All questions that this page asks share one deadline.
    Search once = search.until(() -> false);
    HitsQuestion question = HitsQuestion.onPage(visit.q(), 1, "");
    ProcessMatch match = PathLookup.process(once, context, question);
    ProcessView view =
        ProcessView.of(
            match,
            visit,
            ListTrail.of(once, visit, match.stored().record().id(), ""),
            PathLookup.similar(once, context, SimilarQuestion.ON_PAGE));
    templates.write(context, "process", view);
  }

  private static PageCounts counts(AttachmentHits found) {
    List<PageCount> pages = new ArrayList<>();
    int first = 1;
    List<PageHits> ordered =
        found.pages().stream().sorted(Comparator.comparingInt(PageHits::page)).toList();
    for (PageHits page : ordered) {
      if (page.occurrences() > 0) {
        pages.add(new PageCount(page.page(), first));
      }
      first += page.occurrences();
    }
    return new PageCounts(found.occurrences(), pages);
  }

  /** Returns the occurrences in an attachment, empty if the request has no words. */
  private static Optional<AttachmentHits> hits(
      Search search, String process, String attachment, HitsQuestion question) {
    return question.query().asks() ? search.hits(process, attachment, question) : Optional.empty();
  }

  /** Redirects to the first page, or to the record if no text of the file could be read. */
  void attachment(Context context) {
    RequestContext visit = RequestContext.of(context);
    StoredProcess process = PathLookup.process(search, context);
    StoredAttachment attachment = attachment(context, visit, process);
    context.redirect(ways(visit, process, attachment).getLast().address(), HttpStatus.SEE_OTHER);
  }

  private static StoredAttachment attachment(
      Context context, RequestContext visit, StoredProcess process) {
    return PathLookup.attachment(process, context, List.of(toRecord(visit, process)));
  }

  private static Crumb toRecord(RequestContext visit, StoredProcess process) {
    return new Crumb(
        visit.messages().get("problem.to-record", process.record().title()),
        visit.asking(Address.process(process.record().id())).toString());
  }

  /** Returns links from a missing page to the record and, if it exists, to the first page. */
  private static List<Crumb> ways(
      RequestContext visit, StoredProcess process, StoredAttachment attachment) {
    Crumb toRecord = toRecord(visit, process);
    if (attachment.summary().pageCount() == 0) {
      return List.of(toRecord);
    }
    Address first = Address.page(process.record().id(), attachment.attachment().id(), 1);
    String label = visit.messages().get("problem.to-first-page", attachment.attachment().title());
    return List.of(toRecord, new Crumb(label, visit.asking(first).toString()));
  }

  void reader(Context context) {
    RequestContext visit = RequestContext.of(context);
    StoredProcess process = PathLookup.process(search, context);
    StoredAttachment attachment = attachment(context, visit, process);
    PageText page = PathLookup.page(search, context, ways(visit, process, attachment));
    String go = visit.parameters().one("go");
    OptionalInt gone = go.isEmpty() ? OptionalInt.empty() : wanted(process, attachment, go);
    if (gone.isPresent()) {
      Address address =
          Address.page(process.record().id(), attachment.attachment().id(), gone.getAsInt());
      context.redirect(visit.asking(address).toString(), HttpStatus.SEE_OTHER);
      return;
    }
    HitsQuestion question =
        HitsQuestion.onPage(visit.q(), page.number(), visit.parameters().one("order"));
    Optional<AttachmentHits> hits =
        hits(search, process.record().id(), attachment.attachment().id(), question);
    Optional<String> found =
        hits.filter(all -> visit.parameters().one("find").equals("on"))
            .flatMap(all -> firstFrom(all, page.number()))
            .map(hit -> address(visit, process, attachment, hit));
    if (found.isPresent()) {
      context.redirect(found.get(), HttpStatus.SEE_OTHER);
      return;
    }
    ReaderSource source = new ReaderSource(process, attachment, page, question, hits, go);
    Optional<ListTrail> walk =
        ListTrail.of(search, visit, process.record().id(), attachment.attachment().id());
    templates.write(context, "reader", ReaderView.of(source, walk, visit));
  }

  /** Returns the first page from this one on with an occurrence, else the first of all. */
  private static Optional<PageCount> firstFrom(AttachmentHits hits, int page) {
    List<PageCount> pages = counts(hits).pages();
    return pages.stream()
        .filter(each -> each.page() >= page)
        .findFirst()
        .or(() -> pages.stream().findFirst());
  }

  private static String address(
      RequestContext visit, StoredProcess process, StoredAttachment attachment, PageCount hit) {
    Address page = Address.page(process.record().id(), attachment.attachment().id(), hit.page());
    return visit.asking(page).place("hit-" + hit.first());
  }

  /** Returns the number of the page with this label or, if none has it, with this number. */
  private OptionalInt wanted(StoredProcess process, StoredAttachment attachment, String name) {
    OptionalInt labelled =
        search.pageLabelled(process.record().id(), attachment.attachment().id(), name);
    if (labelled.isPresent() || !name.matches("[1-9][0-9]{0,8}")) {
      return labelled;
    }
    int number = Integer.parseInt(name);
    return number <= attachment.summary().pageCount()
        ? OptionalInt.of(number)
        : OptionalInt.empty();
  }

  void coverage(Context context) {
    RequestContext visit = RequestContext.of(context);
    CoverageQuestion question = CoverageQuestion.lenient(visit.parameters());
    templates.write(
        context,
        "coverage",
        CoverageView.of(search.coverage(question), search.status().lastRun(), question, visit));
  }

  /** Shows charts of the processes that answer, or gives their figures as CSV. */
  void statistics(Context context) throws IOException {
    RequestContext visit = RequestContext.of(context).linkable();
    if (visit.parameters().one("format").equals(ResultFormat.CSV.key())) {
      context
          .contentType("text/csv; charset=utf-8; header=present")
          .header("Content-Disposition", "attachment; filename=\"lente-statistics.csv\"")
          .result(StatisticsView.csv(search, visit));
      return;
    }
    Question question = RequestWatch.asked(context, StatisticsView.question(visit));
    Overview overview = search.overview(question, StatisticsView.FUNDED);
    if (!overview.answer().complete()) {
      throw new OutOfTimeException();
    }
    templates.write(context, "statistics", StatisticsView.of(overview, visit));
  }

  void compare(Context context) {
    RequestContext visit = RequestContext.of(context).linkable();
    Optional<Address> canonical = RangeForm.canonical(visit);
    if (canonical.isPresent()) {
      context.redirect(canonical.get().toString(), HttpStatus.SEE_OTHER);
      return;
    }
    // All processes are read before one deadline.
    templates.write(context, "compare", CompareView.of(search.until(() -> false), visit));
  }

  void facet(Context context) {
    RequestContext visit = RequestContext.of(context).linkable();
    FacetQuestion question = FacetQuestion.lenient(PathLookup.facet(context), visit.parameters());
    templates.write(context, "values", FacetPage.of(search.facet(question), question, visit));
  }

  void about(Context context) {
    RequestContext visit = RequestContext.of(context);
    Messages messages = visit.messages();
    EngineStatus status = search.status();
    Map<String, String> numbers = new LinkedHashMap<>();
    if (status.ready()) {
      numbers.put(messages.get("about.processes"), messages.number(status.processes()));
      numbers.put(messages.get("about.attachments"), messages.number(status.attachments()));
      numbers.put(messages.get("about.pages"), messages.number(status.pages()));
    }
    templates.write(context, "about", new AboutPage(named(visit, "about"), numbers));
  }

  void accessibility(Context context) {
    plain(context, "accessibility");
  }

  void help(Context context) {
    PageLayout frame = named(RequestContext.of(context), "help");
    templates.write(context, "help", HelpView.of(frame, search));
  }

  private void plain(Context context, String name) {
    templates.write(context, name, new PlainPage(named(RequestContext.of(context), name)));
  }

  private static PageLayout named(RequestContext visit, String name) {
    return PageLayout.of(visit, visit.messages().get(name + ".title"))
        .describedAs(visit.messages().get(name + ".description"));
  }

  void problem(Context context) {
    ProblemType problem =
        Keyed.find(ProblemType.values(), context.pathParam("problem"))
            .orElseThrow(() -> ProblemException.notFound("There is no problem of this name."));
    RequestContext visit = RequestContext.of(context);
    PageLayout frame = PageLayout.of(visit, problem.said("title", visit.messages()));
    templates.write(context, "problem", new ProblemPage(frame, problem));
  }
}
