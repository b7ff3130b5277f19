package it.lente.web;

import io.javalin.http.Context;
import it.lente.search.ExportQuestion;
import it.lente.search.ResultFormat;
import it.lente.search.Search;
import it.lente.search.WholeResult;
import java.io.IOException;

/** The routes that give a whole result, of any size. */
final class Exports {

  /** Says whether a whole result comes from one commit. */
  private static final String SNAPSHOT = "Lente-Snapshot";

  private final Search search;
  private final Downloads downloads;

  Exports(Search search, Downloads downloads) {
    this.search = search;
    this.downloads = downloads;
  }

  /** Sends every process that answers. */
  void processes(Context context, ExportQuestion asked) throws IOException {
    try (WholeResult result = whole(context, asked)) {
      SiteLinks links = RequestContext.of(context).absoluteLinks();
      downloads.send(
          context,
          asked.format().mediaType(),
          "lente." + asked.format().extension(),
          out -> new ResultExport(out, links).write(result, asked));
    }
  }

  /** Sends every page on which the words occur. */
  void pages(Context context) throws IOException {
    RequestContext visit = RequestContext.of(context).strict();
    ResultFormat accepted =
        AcceptedTypes.of(context).among(ExportQuestion.PAGE_FORMATS, ResultFormat.JSONL);
    ExportQuestion asked = ExportQuestion.ofPages(visit.parameters(), accepted);
    try (WholeResult result = whole(context, asked)) {
      downloads.send(
          context,
          asked.format().mediaType(),
          "lente-pages." + asked.format().extension(),
          out -> new ResultExport(out, visit.absoluteLinks()).writePages(result, asked));
    }
  }

  private WholeResult whole(Context context, ExportQuestion asked) {
    WholeResult result = search.whole(RequestWatch.asked(context, asked.question()));
    context.header(SNAPSHOT, result.isOneCommit() ? "one" : "changing");
    return result;
  }
}
