package it.lente.web;

import io.javalin.http.Context;
import it.lente.engine.AttachmentHits;
import it.lente.engine.ProcessMatch;
import it.lente.engine.SimilarProcess;
import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.record.Facet;
import it.lente.record.Keyed;
import it.lente.record.NearestName;
import it.lente.record.PageText;
import it.lente.search.HitsQuestion;
import it.lente.search.Search;
import it.lente.search.SimilarQuestion;
import java.util.List;
import java.util.stream.Stream;

/** Finds the objects that a path names, and throws a problem if there is none. */
final class PathLookup {

  private PathLookup() {}

  static StoredProcess process(Search search, Context context) {
    String id = context.pathParam("id");
    return search.process(id).orElseThrow(() -> noProcess(id));
  }

  static ProcessMatch process(Search search, Context context, HitsQuestion question) {
    String id = context.pathParam("id");
    return search.process(id, question).orElseThrow(() -> noProcess(id));
  }

  private static ProblemException noProcess(String id) {
    return ProblemException.notFound("There is no process “%s”.".formatted(id));
  }

  static List<SimilarProcess> similar(Search search, Context context, SimilarQuestion question) {
    String id = context.pathParam("id");
    return search.similar(id, question).orElseThrow(() -> noProcess(id));
  }

  static AttachmentHits hits(Search search, Context context, HitsQuestion question) {
    String id = context.pathParam("id");
    String attachment = context.pathParam("attachment");
    return search
        .hits(id, attachment, question)
        .orElseThrow(() ->
            ProblemException.notFound(
                "There is no attachment “%s” of a process “%s”.".formatted(attachment, id)));
  }

  static Facet facet(Context context) {
    String name = context.pathParam("facet");
    return Keyed.find(Facet.values(), name)
        .orElseThrow(() -> {
          List<String> known = Stream.of(Facet.values()).map(Facet::key).toList();
          return ProblemException.notFound(
              "There is no facet “%s”. Known are: %s.%s"
                  .formatted(name, String.join(", ", known), NearestName.hint(name, known)));
        });
  }

  static StoredAttachment attachment(StoredProcess process, Context context, List<Crumb> ways) {
    String attachment = context.pathParam("attachment");
    return process
        .attachment(attachment)
        .orElseThrow(() ->
            ProblemException.notFound("There is no attachment “%s”.".formatted(attachment), ways));
  }

  /**
   * @param ways links for people if there is no such page
   */
  static PageText page(Search search, Context context, List<Crumb> ways) {
    String id = context.pathParam("id");
    String attachment = context.pathParam("attachment");
    String page = context.pathParam("page");
    if (!page.matches("[1-9][0-9]{0,8}")) {
      throw ProblemException.notFound(
          "Pages are numbered from 1, there is none “%s”.".formatted(page), ways);
    }
    return search
        .page(id, attachment, Integer.parseInt(page))
        .orElseThrow(() ->
            ProblemException.notFound(
                "There is no page %s of an attachment “%s” of a process “%s”."
                    .formatted(page, attachment, id),
                ways));
  }
}
