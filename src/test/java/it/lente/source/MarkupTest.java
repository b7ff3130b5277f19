package it.lente.source;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** HTML in the fields of records, as content systems export it. */
class MarkupTest {

  private static final Map<String, String> READ = new LinkedHashMap<>();

  static {
    READ.put("Citt&agrave; &amp; salute: l&#39;acqua", "Città & salute: l'acqua");
    READ.put("Citt&amp;agrave; &amp;amp; l&#x2019;acqua", "Città & l’acqua");
    READ.put("15.000 &euro;&nbsp;circa", "15.000 €\u00A0circa");
    READ.put("un <b>testo</b> <EM>ricco</em>issimo", "un testo riccoissimo");
    READ.put("<p>primo</p><p class=\"x\">secondo</p>", "primo\n\nsecondo");
    READ.put("uno<br>due<br/>tre<BR />quattro", "uno\ndue\ntre\nquattro");
    READ.put("&lt;p&gt;L&amp;rsquo;acqua&lt;/p&gt;", "L’acqua");
    READ.put(
        "vedi <a href=\"https://e.org/a?b=1&amp;c=2\" target=_blank>il sito</a>",
        "vedi il sito (https://e.org/a?b=1&c=2)");
    READ.put("<a href='http://e.org'>http://e.org</a> e", "http://e.org e");
    READ.put("<a href=\"javascript:alert(1)\">qui</a>", "qui");
    READ.put("prima <script>var a = '<b>';</script>dopo<!-- nota -->", "prima  dopo");
    READ.put("parola<sup>1</sup> e 40 m<sup>2</sup>", "parola¹ e 40 m²");
    READ.put("H<sub>2</sub>O", "H2O");
    READ.put("a < b & c > d, R&D, AT&T; x<y", "a < b & c > d, R&D, AT&T; x<y");
    READ.put("se 3 &lt; 5 &amp; &nonesiste; <nome>", "se 3 < 5 & &nonesiste; <nome>");
  }

  @TempDir private Path folder;
  private GivenFolder given;

  @BeforeEach
  void folders() {
    given = new GivenFolder(folder);
  }

  @Test
  void html_in_a_scheda_is_read_as_its_text() {
    for (Map.Entry<String, String> each : READ.entrySet()) {
      ProcessRecord record = given.scheda("Processo", "Obiettivi", each.getKey());
      assertThat(record.first(RecordField.OBJECTIVES)).contains(each.getValue());
    }
  }

  @Test
  void html_in_json_is_read_as_its_text() {
    JsonMapper json = new JsonMapper();
    for (Map.Entry<String, String> each : READ.entrySet()) {
      String value = json.writeValueAsString(each.getKey());
      String object =
          "{\"id\":\"x\",\"title\":%s,\"objectives\":[%s],\"altro\":%s}"
              .formatted(value, value, value);
      for (String file : List.of("a.json", "a.jsonl")) {
        ProcessRecord record = new GivenFolder(folder.resolve(file)).record(file, object).readOne();
        assertThat(record.first(RecordField.TITLE)).contains(each.getValue());
        assertThat(record.first(RecordField.OBJECTIVES)).contains(each.getValue());
        assertThat(record.other().getFirst().value()).isEqualTo(each.getValue());
      }
    }
  }

  @Test
  void labels_and_closed_values_in_html_are_known() {
    ProcessRecord record =
        given.scheda(
            "<h3>Modalit&agrave; di lavoro</h3>",
            "<strong>Anno di avvio</strong>",
            "<p>2019</p>",
            "<b>Oggetto del procedimento</b><p>La citt&agrave;</p>");

    assertThat(record.values(RecordField.START_YEAR)).containsExactly("2019");
  }

  @Test
  void titles_of_attachments_are_read_as_text_and_file_names_as_they_are() {
    given.record(
        "x.json",
        "{\"title\":\"X\",\"attachments\":[{\"file\":\"a&amp;b.pdf\",\"title\":\"Citt&agrave;"
            + " <b>viva</b>\"}]}");

    assertThat(given.readOne().attachments().getFirst().title()).isEqualTo("Città viva");
    assertThat(given.readOne().attachments().getFirst().file()).isEqualTo("a&amp;b.pdf");
  }
}
