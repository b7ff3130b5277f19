package it.lente.mcp;

import it.lente.engine.AttachmentHit;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.AttachmentHits;
import it.lente.engine.Excerpt;
import it.lente.engine.PageHits;
import it.lente.engine.ProcessHit;
import it.lente.engine.ProcessMatch;
import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.messages.Messages;
import it.lente.record.Facet;
import it.lente.record.PageText;
import it.lente.record.TreePath;
import it.lente.record.Years;
import it.lente.search.Answer;
import it.lente.search.FacetList;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes answers for assistants. Each passage has the address of the page where a person sees it
 * marked; marks are {@code [start, end]} in its text.
 *
 * @param site the beginning of addresses
 */
record ToolAnswers(String site, Messages messages) {

  /** Maximum number of attachments of a process, and of pages of an attachment, in a list. */
  private static final int LISTED = 10;

  Map<String, Object> list(Answer answer) {
    String q = answer.question().request().query().text();
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("total", answer.result().total());
    list.put("complete", answer.complete());
    list.put("understoodAs", answer.understoodAs());
    list.put(
        "warnings",
        answer.warnings().stream()
            .map(each -> messages.get("warning." + each.kind().key(), each.detail()))
            .toList());
    answer
        .didYouMean()
        .ifPresent(meant -> list.put("didYouMean", Map.of("q", meant.q(), "total", meant.total())));
    list.put(
        "processes",
        answer.result().processes().stream().map(process -> process(process, q)).toList());
    answer.next().ifPresent(next -> list.put("next", next));
    return list;
  }

  private Map<String, Object> process(ProcessHit hit, String q) {
    ProcessHit.Card card = hit.card();
    Years years = card.derived().years();
    Map<String, Object> process = new LinkedHashMap<>();
    process.put("id", card.id());
    process.put("title", card.title());
    process.put("address", address(q, "", "processes", card.id()));
    putAny(process, "status", card.status().isEmpty() ? List.of() : List.of(card.status()));
    years.from().ifPresent(year -> process.put("from", year.year()));
    years.to().ifPresent(year -> process.put("to", year.year()));
    putAny(process, "places", card.derived().places().stream().map(TreePath::value).toList());
    putAny(process, "themes", card.derived().themes().stream().map(TreePath::value).toList());
    putAny(
        process, "passages", hit.excerpts().stream().map(each -> passage(each.excerpt())).toList());
    putAny(process, "attachments", attachments(card.id(), hit.attachments(), q));
    return process;
  }

  /** Returns the attachments with occurrences of the words, the first few. */
  private List<Map<String, Object>> attachments(String id, List<AttachmentHit> hits, String q) {
    return hits.stream()
        .filter(hit -> hit.hits().filter(counts -> counts.occurrences() > 0).isPresent())
        .limit(LISTED)
        .map(hit -> attachment(id, hit, q))
        .toList();
  }

  private Map<String, Object> attachment(String process, AttachmentHit hit, String q) {
    String id = hit.stored().attachment().id();
    PageCounts counts = hit.hits().orElse(PageCounts.NONE);
    Map<String, Object> attachment = named(hit.stored());
    attachment.put("occurrences", counts.occurrences());
    attachment.put("pageNumbers", counts.pageNumbers().stream().limit(LISTED * LISTED).toList());
    attachment.put(
        "passages",
        hit.excerpts().stream()
            .map(each -> {
              Map<String, Object> passage = passage(each.excerpt());
              passage.put("page", each.page());
              passage.put("address", page(process, id, each.page(), q, each.hit()));
              return passage;
            })
            .toList());
    return attachment;
  }

  private static Map<String, Object> named(StoredAttachment stored) {
    Map<String, Object> attachment = new LinkedHashMap<>();
    attachment.put("id", stored.attachment().id());
    attachment.put("title", stored.attachment().title());
    attachment.put("state", stored.summary().state().key());
    attachment.put("pages", stored.summary().pageCount());
    return attachment;
  }

  /** Returns the places in all reports of a process. */
  Map<String, Object> places(ProcessMatch match, String q) {
    Map<String, Object> places = new LinkedHashMap<>();
    places.put("process", match.stored().record().id());
    places.put("title", match.stored().record().title());
    places.put("attachments", attachments(match.stored().record().id(), match.attachments(), q));
    return places;
  }

  /** Returns the places in one report. */
  Map<String, Object> places(String process, AttachmentHits hits, String q) {
    Map<String, Object> places = named(hits.stored());
    String id = hits.stored().attachment().id();
    places.put("process", process);
    places.put("occurrences", hits.occurrences());
    places.put(
        "places",
        hits.pages().stream()
            .filter(page -> page.occurrences() > 0)
            .map(page -> place(process, id, page, q))
            .toList());
    return places;
  }

  private Map<String, Object> place(String process, String attachment, PageHits page, String q) {
    Map<String, Object> place = new LinkedHashMap<>();
    int first = page.hits().stream().mapToInt(PageHits.Hit::n).findFirst().orElse(0);
    place.put("page", page.page());
    place.put("label", page.label());
    place.put("occurrences", page.occurrences());
    place.put("address", page(process, attachment, page.page(), q, first));
    place.put("passages", page.excerpts().stream().map(ToolAnswers::passage).toList());
    return place;
  }

  Map<String, Object> page(StoredProcess process, String attachment, PageText page) {
    String id = process.record().id();
    Map<String, Object> answer = named(process.attachment(attachment).orElseThrow());
    answer.put("process", id);
    answer.put("processTitle", process.record().title());
    answer.put("page", page.number());
    answer.put("label", page.label());
    answer.put("address", page(id, attachment, page.number(), "", 0));
    answer.put("text", page.text());
    return answer;
  }

  Map<String, Object> facet(Facet facet, FacetList list) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("facet", facet.key());
    answer.put("total", list.total());
    answer.put(
        "values",
        list.values().stream()
            .map(each ->
                Map.of(
                    "value", each.value(),
                    "label", messages.label(facet, each.value()),
                    "count", each.count()))
            .toList());
    return answer;
  }

  private static Map<String, Object> passage(Excerpt excerpt) {
    Map<String, Object> passage = new LinkedHashMap<>();
    passage.put("text", excerpt.text());
    passage.put(
        "marks", excerpt.marks().stream().map(mark -> List.of(mark.start(), mark.end())).toList());
    return passage;
  }

  private String page(String process, String attachment, int page, String q, int hit) {
    return address(
        q,
        hit > 0 && !q.isEmpty() ? "#hit-" + hit : "",
        "processes",
        process,
        "attachments",
        attachment,
        "pages",
        Integer.toString(page));
  }

  private String address(String q, String fragment, String... segments) {
    StringBuilder address = new StringBuilder(site);
    for (String segment : segments) {
      address.append('/').append(encode(segment));
    }
    return address.append(q.isEmpty() ? "" : "?q=" + encode(q)).append(fragment).toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void putAny(Map<String, Object> object, String name, Collection<?> values) {
    if (!values.isEmpty()) {
      object.put(name, values);
    }
  }
}
