package it.lente.extract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.messages.Said;
import it.lente.record.AttachmentText;
import it.lente.record.PageText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marks of notes in files that say what is raised: «^1^» stands for a raised 1. */
class NoteMarkTest {

  /** What is written, and how it is read in every format. */
  private static final Map<String, String> READ = new LinkedHashMap<>();

  static {
    READ.put("La cinciallegra^12^ vola", "La cinciallegra ¹² vola");
    READ.put("sul faggio^a^, poi", "sul faggio ᵃ, poi");
    READ.put("il Sindaco^*^ dice", "il Sindaco * dice");
    READ.put("nel roveto^[3]^.", "nel roveto [³].");
    READ.put("dei cittadini.^4^ Poi", "dei cittadini. ⁴ Poi");
    READ.put("dei cittadini ^4^ poi", "dei cittadini ⁴ poi");
    READ.put("la giunta^1,2^ e", "la giunta ¹,² e");
    READ.put("nel 2021^5^ e", "nel 2021 ⁵ e");
    READ.put("la rete^6^urbana", "la rete ⁶ urbana");
    READ.put("^7^Nota al testo", "7 Nota al testo");
    READ.put("77 m^2^ di siepe", "77 m2 di siepe");
    READ.put("3 km^2^.", "3 km2.");
    READ.put("la 1^a^ fase, il 3^o^", "la 1a fase, il 3o");
    READ.put("il XIX^o^ secolo", "il XIXo secolo");
    READ.put("circa ^1^/2 litro", "circa 1/2 litro");
    READ.put("e ^4^poi", "e 4 poi");
    READ.put("la nota^123^ al testo", "la nota ¹²³ al testo");
    READ.put("M^me^ Rossi", "Mme Rossi");
  }

  @TempDir private Path folder;

  @Test
  void a_web_page_keeps_words_apart_from_their_marks() throws IOException {
    for (Map.Entry<String, String> each : READ.entrySet()) {
      for (String tag : new String[] {"<sup>", "<a href=\"#n\"><sup>", "<sup><a href=\"#n\">"}) {
        String end =
            tag.contains("<a") ? (tag.endsWith("p>") ? "</sup></a>" : "</a></sup>") : "</sup>";
        assertThat(html(raised(each.getKey(), tag, end))).as(tag).isEqualTo(each.getValue());
      }
      assertThat(
              html(
                  raised(
                      each.getKey(),
                      "<span style='font-size:8px;vertical-align: super'>",
                      "</span>")))
          .isEqualTo(each.getValue());
    }
  }

  @Test
  void a_word_document_keeps_words_apart_from_their_marks() throws IOException {
    String direct = "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>";
    String styled = "<w:rPr><w:rStyle w:val=\"Rimando\"/></w:rPr>";
    String own = styled + "<w:footnoteReference w:customMarkFollows=\"1\" w:id=\"2\"/>";
    for (Map.Entry<String, String> each : READ.entrySet()) {
      for (String properties : new String[] {direct, styled, own}) {
        assertThat(docx(each.getKey(), mark -> run(properties, mark)))
            .as(properties)
            .isEqualTo(each.getValue());
      }
      assertThat(
              docx(
                  each.getKey(),
                  mark ->
                      mark.codePoints()
                          .mapToObj(Character::toString)
                          .map(c -> run(direct, c))
                          .collect(Collectors.joining())))
          .as("a run a character")
          .isEqualTo(each.getValue());
    }
  }

  @Test
  void an_open_document_keeps_words_apart_from_their_marks() throws IOException {
    for (Map.Entry<String, String> each : READ.entrySet()) {
      for (String style : new String[] {"T1", "T2"}) {
        String body =
            "<text:p>"
                + raised(
                    each.getKey(), "<text:span text:style-name=\"" + style + "\">", "</text:span>")
                + "</text:p>";
        assertThat(odt(body)).as(style).isEqualTo(each.getValue());
      }
    }
    assertThat(
            odt(
                "<text:p>H<text:span text:style-name=\"T3\">2</text:span>O <text:span"
                    + " text:style-name=\"T4\">e</text:span></text:p>"))
        .isEqualTo("H2O e");
  }

  @Test
  void the_citation_of_a_note_in_an_open_document_is_its_mark() throws IOException {
    assertThat(
            odt(
                "<text:p>Il"
                    + " verbale<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Si"
                    + " veda <text:span text:style-name=\"T1\">il</text:span>"
                    + " sito</text:p></text:note-body></text:note> della seduta</text:p>"))
        .isEqualTo("Il verbale ¹ della seduta\nSi veda il sito");
  }

  @Test
  void rich_text_keeps_words_apart_from_their_marks() throws IOException {
    for (Map.Entry<String, String> each : READ.entrySet()) {
      assertThat(rtf(raised(each.getKey(), "{\\\\super ", "}"))).isEqualTo(each.getValue());
      assertThat(rtf(raised(each.getKey(), "{\\\\up6\\\\fs16 ", "}"))).isEqualTo(each.getValue());
      assertThat(rtf(raised(each.getKey(), "\\\\super ", "\\\\nosupersub ")))
          .isEqualTo(each.getValue());
      assertThat(
              rtf(raised(each.getKey(), "{\\\\rtlch\\\\fcs1 \\\\af0 \\\\super\\\\insrsid42 ", "}")))
          .isEqualTo(each.getValue());
    }
  }

  @Test
  void notes_of_rich_text_follow_the_paragraph_that_cites_them() throws IOException {
    assertThat(
            rtf(
                "Il verbale{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn}Si veda il"
                    + " \\{sito\\}}} della seduta\\par Altro{\\*\\footnote seconda}"))
        .isEqualTo("Il verbale della seduta\nSi veda il {sito}\nAltro\nseconda");
  }

  @Test
  void rich_text_is_read_with_its_header_and_without_what_was_deleted() throws IOException {
    assertThat(
            rtf(
                "{\\header carta intestata}Resta {\\deleted tolto {\\b tutto}}questo"
                    + " {\\rtlch\\deleted via}testo {\\revised aggiunto}"))
        .contains("carta intestata", "Resta questo testo aggiunto")
        .doesNotContain("tolto", "tutto", "via");
  }

  @Test
  void rich_text_that_ends_anywhere_is_read_as_far_as_it_goes() throws IOException {
    String whole =
        "{\\rtf1\\ansi{\\header carta}\\pard uno{\\super\\b 1}{\\*\\footnote nota} due {\\deleted"
            + " tre}{\\super"
            + "\\b ".repeat(200)
            + "{quattro}}\\par}";
    for (int end = 6; end <= whole.length(); end += end < 120 ? 1 : 50) {
      byte[] bytes = whole.substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
      AttachmentText text =
          new TikaTextExtractor().extract(Files.write(folder.resolve("a.rtf"), bytes));
      assertThat(Said.of(text.summary())).as(whole.substring(0, end)).doesNotContain("Exception");
    }
  }

  private String rtf(String body) throws IOException {
    return read(
        "a.rtf",
        ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0\\pard " + body + "\\par}")
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  private String html(String body) throws IOException {
    return read(
        "a.html",
        ("<html><body><p>" + body + "</p></body></html>").getBytes(StandardCharsets.UTF_8));
  }

  private String docx(String text, UnaryOperator<String> mark) throws IOException {
    StringBuilder runs =
        new StringBuilder(
            "<w:p><w:pPr><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:pPr>");
    String[] pieces = text.split("\\^", -1);
    for (int i = 0; i < pieces.length; i++) {
      runs.append(i % 2 == 0 ? run("", pieces[i]) : mark.apply(pieces[i]));
    }
    return read("a.docx", Zips.docx(runs + "</w:p>"));
  }

  private static String run(String properties, String text) {
    return "<w:r>" + properties + "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  private String odt(String body) throws IOException {
    return read("a.odt", Zips.odt(body, ""));
  }

  private static String raised(String text, String begin, String end) {
    return text.replaceAll("\\^(.*?)\\^", begin + "$1" + end);
  }

  private String read(String name, byte[] bytes) throws IOException {
    PageText page =
        new TikaTextExtractor()
            .extract(Files.write(folder.resolve(name), bytes))
            .pages()
            .getFirst();
    return page.text().replaceAll("\n(?:nota|carta intestata)", "");
  }
}
