package it.lente.web;

import io.javalin.http.Context;
import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.messages.Messages;
import it.lente.record.PageText;
import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import it.lente.record.TreePath;
import it.lente.record.Years;
import it.lente.search.ResultFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record, or a page of one of its attachments, in the formats of reference managers.
 *
 * @param id differs from source to source
 * @param within the title of the process that a page belongs to; empty for a record
 * @param page its label or number; empty for a record
 * @param issued a year or a date in ISO 8601; empty if unknown
 * @param text the passage that is quoted, or what the process is about; may be empty
 */
record Citation(
    String id,
    String title,
    String within,
    String page,
    String issued,
    String url,
    String text,
    List<String> keywords) {

  private static final int MOST_TEXT = 2_000;

  static Citation of(StoredProcess stored, SiteLinks links) {
    ProcessRecord record = stored.record();
    String issued =
        record
            .lastModified()
            .map(LocalDate::toString)
            .or(() -> record.derived().years().to().map(Years.Bound::year).map(String::valueOf))
            .orElse("");
    return new Citation(
        record.id(),
        oneLine(record.title()),
        "",
        "",
        issued,
        links.to(Address.process(record.id())),
        cut(record.first(RecordField.OBJECTIVES).orElse("")),
        Stream.concat(
                record.derived().themes().stream().map(TreePath::label),
                record.values(RecordField.TECHNIQUES).stream())
            .map(Citation::oneLine)
            .distinct()
            .toList());
  }

  /**
   * Cites a page.
   *
   * @param passage what is quoted of it, may be empty
   * @param url where it is shown, with the number of an occurrence if it is about one
   */
  static Citation of(
      StoredProcess stored,
      StoredAttachment attachment,
      PageText page,
      String passage,
      String url) {
    Citation whole = of(stored, new SiteLinks("", "", Messages.ITALIAN));
    String label = page.label().isEmpty() ? Integer.toString(page.number()) : page.label();
    return new Citation(
        whole.id + "-" + attachment.attachment().id() + "-" + page.number(),
        oneLine(attachment.attachment().title()),
        whole.title,
        oneLine(label),
        attachment.attachment().date().map(LocalDate::toString).orElse(""),
        url,
        cut(passage),
        List.of());
  }

  /** Sends the reference in one of the formats for reference managers. */
  void send(Context context, ResultFormat format, Messages messages) {
    String name = id.replaceAll("[^A-Za-z0-9._-]", "_") + "." + format.extension();
    context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    context.contentType(format.mediaType() + "; charset=utf-8");
    switch (format) {
      case RIS -> context.result(ris(messages));
      case BIBTEX -> context.result(bibtex(messages));
      default -> context.result(JsonMapper.shared().writeValueAsBytes(List.of(csl(messages))));
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String cut(String text) {
    String line = oneLine(text);
    return line.length() <= MOST_TEXT ? line : line.substring(0, MOST_TEXT).strip() + " …";
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.systemDefault());
  }

  private String year() {
    return issued.isEmpty() ? "" : issued.substring(0, 4);
  }

  /** Returns the reference in RIS, ended by an empty line. */
  String ris(Messages messages) {
    StringBuilder lines = new StringBuilder();
    tag(lines, "TY", page.isEmpty() ? "ELEC" : "RPRT");
    tag(lines, "ID", id);
    tag(lines, "TI", title);
    tag(lines, "T2", within.isEmpty() ? messages.get("site.name") : within);
    tag(lines, "PB", messages.get("site.owner"));
    tag(lines, "PY", year());
    tag(lines, "DA", issued.replace('-', '/'));
    tag(lines, "SP", page);
    keywords.forEach(word -> tag(lines, "KW", word));
    tag(lines, page.isEmpty() ? "AB" : "N1", text);
    tag(lines, "UR", url);
    tag(lines, "Y2", today().toString().replace('-', '/'));
    return lines.append("ER  - \r\n\r\n").toString();
  }

  private static void tag(StringBuilder lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.append(name).append("  - ").append(value).append("\r\n");
    }
  }

  /** Returns the reference as an entry of BibTeX in UTF-8. */
  String bibtex(Messages messages) {
    String plain = id.replaceAll("[^A-Za-z0-9.:_-]", "_");
    String key = plain.equals(id) ? id : plain + "-" + Integer.toHexString(id.hashCode());
    StringBuilder entry = new StringBuilder("@misc{").append(key);
    field(entry, "title", "{" + escaped(title) + "}");
    field(entry, "howpublished", escaped(within.isEmpty() ? messages.get("site.name") : within));
    field(entry, "publisher", escaped(messages.get("site.owner")));
    field(entry, "year", year());
    field(entry, "pages", escaped(page));
    field(entry, "keywords", escaped(String.join(", ", keywords)));
    field(entry, page.isEmpty() ? "abstract" : "annote", escaped(text));
    field(entry, "url", url.replace("{", "%7B").replace("}", "%7D"));
    field(entry, "urldate", today().toString());
    return entry.append("\n}\n\n").toString();
  }

  private static void field(StringBuilder entry, String name, String value) {
    if (!value.isEmpty()) {
      entry.append(",\n  ").append(name).append(" = {").append(value).append('}');
    }
  }

  /** Escapes what TeX reads as commands; braces would end a value. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> escaped.append("\\textbackslash{}");
        case '~' -> escaped.append("\\textasciitilde{}");
        case '^' -> escaped.append("\\textasciicircum{}");
        case '{', '}', '%', '&', '#', '_', '$' -> escaped.append('\\').append(c);
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Returns the reference as an item of CSL-JSON. */
  JsonObject csl(Messages messages) {
    return new JsonObject()
        .with("id", id)
        .with("type", page.isEmpty() ? "webpage" : "report")
        .with("title", title)
        .with("container-title", within.isEmpty() ? messages.get("site.name") : within)
        .with("publisher", messages.get("site.owner"))
        .withAny("page", page)
        .withAny("keyword", String.join(", ", keywords))
        .withAny(page.isEmpty() ? "abstract" : "note", text)
        .withAny("issued", issued.isEmpty() ? null : parts(issued))
        .with("accessed", parts(today().toString()))
        .with("URL", url);
  }

  private static JsonObject parts(String date) {
    List<Object> numbers = new ArrayList<>();
    for (String part : date.split("-")) {
      numbers.add(Integer.valueOf(part));
    }
    return new JsonObject().with("date-parts", List.of(numbers));
  }
}
