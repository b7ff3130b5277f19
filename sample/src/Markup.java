package sample;

import java.util.List;
import java.util.stream.Collectors;

/** A report as the body of an HTML, docx or odt file: the same blocks between other tags. */
final class Markup {

  private static final String CELL =
      "<w:tc><w:p><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p></w:tc>";

  private Markup() {}

  static String html(Report report) {
    return """
    <!doctype html>
    <html lang="it">
    <head><meta charset="utf-8"><title>%s</title></head>
    <body>
    <h1>%s</h1>
    <p>%s. Comune, persone e fatti sono inventati.</p>
    %s
    </body>
    </html>
    """
        .formatted(
            escaped(report.title()),
            escaped(report.title()),
            escaped(report.body()),
            report.blocks().stream().map(Markup::html).collect(Collectors.joining("\n")));
  }

  private static String html(Block block) {
    return switch (block) {
      case Block.Heading(int level, String text) ->
          "<h%d>%s</h%d>".formatted(level + 1, escaped(text), level + 1);
      case Block.Paragraph(String text) -> "<p>" + escaped(text) + "</p>";
      case Block.Item(String text) -> "<ul><li>" + escaped(text) + "</li></ul>";
      case Block.Quote(String text) -> "<blockquote>" + escaped(text) + "</blockquote>";
      case Block.Table(List<List<String>> rows) ->
          "<table>\n" + joined(rows, "<tr>", "<td>%s</td>", "</tr>\n") + "</table>";
      case Block.Contents contents -> "";
      case Block.Turn turn -> turn == Block.Turn.PAGE ? "<hr>" : "";
    };
  }

  /** Headings and paragraphs with a blank line between them. */
  static String plain(Report report) {
    return report.blocks().stream()
        .map(Markup::plain)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n", report.title() + "\n\n", "\n"));
  }

  private static String plain(Block block) {
    return switch (block) {
      case Block.Heading(int level, String text) -> text;
      case Block.Paragraph(String text) -> text;
      case Block.Item(String text) -> "- " + text;
      case Block.Quote(String text) -> "  " + text;
      case Block.Table(List<List<String>> rows) ->
          rows.stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n"));
      case Block.Contents contents -> "";
      case Block.Turn turn -> "";
    };
  }

  static String docx(Block block) {
    return switch (block) {
      case Block.Heading(int level, String text) -> word("Heading" + level, text);
      case Block.Paragraph(String text) -> word("Normal", text);
      case Block.Item(String text) -> word("Normal", "– " + text);
      case Block.Quote(String text) -> word("Quote", text);
      case Block.Table(List<List<String>> rows) ->
          "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/></w:tblPr><w:tblGrid/>"
              + joined(rows, "<w:tr>", CELL, "</w:tr>")
              + "</w:tbl><w:p/>";
      case Block.Contents contents -> "";
      case Block.Turn turn ->
          turn == Block.Turn.PAGE ? "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" : "";
    };
  }

  private static String word(String style, String text) {
    return """
    <w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>
    """
        .strip()
        .formatted(style, escaped(text));
  }

  static String odt(Block block) {
    return switch (block) {
      case Block.Heading(int level, String text) ->
          "<text:h text:outline-level=\"%d\">%s</text:h>".formatted(level, escaped(text));
      case Block.Paragraph(String text) -> "<text:p>" + escaped(text) + "</text:p>";
      case Block.Item(String text) -> "<text:p>– " + escaped(text) + "</text:p>";
      case Block.Quote(String text) -> "<text:p>" + escaped(text) + "</text:p>";
      case Block.Table(List<List<String>> rows) ->
          "<table:table><table:table-column table:number-columns-repeated=\"%d\"/>"
                  .formatted(rows.getFirst().size())
              + joined(
                  rows,
                  "<table:table-row>",
                  "<table:table-cell><text:p>%s</text:p></table:table-cell>",
                  "</table:table-row>")
              + "</table:table>";
      case Block.Contents contents -> "";
      case Block.Turn turn ->
          turn == Block.Turn.PAGE ? "<text:p text:style-name=\"NewPage\"/>" : "";
    };
  }

  private static String joined(List<List<String>> rows, String before, String cell, String after) {
    return rows.stream()
        .map(row ->
            row.stream()
                .map(text -> cell.formatted(escaped(text)))
                .collect(Collectors.joining("", before, after)))
        .collect(Collectors.joining());
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
