package it.lente.app;

import it.lente.record.RecordField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A collection whose texts try to become part of a page, a table or a header: in each field of the
 * record, in keys that no field has, in file names, titles and addresses of attachments, in texts.
 */
final class HostileCollection {

  static final String PLAIN = "piano";
  static final String HOSTILE = "ostile";

  /** What must appear nowhere: it lies beside the folder of attachments. */
  static final String SECRET = "outside of the attachments";

  static final List<String> TEXTS =
      List.of(
          "<script data-attack>alert(1)</script>",
          "</script><script data-attack>alert(1)</script>",
          "\"><img data-attack src=x onerror=alert(1)>",
          "' onmouseover='alert(1)' data-attack='",
          "</title></textarea></style><svg data-attack onload=alert(1)>",
          "<!--<script data-attack>",
          "]]><b data-attack>",
          "=HYPERLINK(\"https://male.example\")",
          "@SUM(1+1)",
          "javascript:alert(1)",
          "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>",
          "\u202egnirts\u202c \u2066a\u2069 \u2028alert(1)\u2029",
          "\ud800 \udfff \u0000 \u0007 \ufffe",
          "a\r\nX-Injected: 1");

  private static final Map<String, String> FILES =
      Map.of(
          "relazione.txt", "Un verbale con uno <script data-attack>alert(1)</script> in mezzo.",
          "pagina.html", "<html><body>testo<script data-attack>alert(1)</script></body></html>",
          "disegno.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
          "xml.xml",
              "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>prima &x; dopo</a>",
          "\"; filename=\"evil.html", "virgolette",
          "a\r\nX-Injected: 1.txt", "una riga nel nome",
          "=1+1,\"x\".csv", "uguale;in;testa",
          "\u202efdp.txt", "da destra a sinistra",
          "<script data-attack>alert(1)<\u2044script>.txt", "uno script nel nome");

  /** Half a letter can be written only so. */
  private static final JsonMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private HostileCollection() {}

  /** Writes records, attachments, and what lies beside them. */
  static void write(Path home) throws IOException {
    Path records = Files.createDirectories(home.resolve("records"));
    Path attachments = Files.createDirectories(home.resolve("attachments"));
    Path plain = Files.createDirectories(attachments.resolve(PLAIN));
    Files.writeString(home.resolve("segreto.txt"), SECRET);
    Files.writeString(
        records.resolve(PLAIN + ".json"),
        "{\"id\":\"piano\",\"title\":\"Il bilancio di tutti\",\"startYear\":\"2019\"}");
    Files.writeString(plain.resolve("relazione.txt"), "Il bilancio è di tutti. ".repeat(40));
    Files.createSymbolicLink(plain.resolve("collegamento.txt"), home.resolve("segreto.txt"));
    Files.createSymbolicLink(plain.resolve("collegata"), home);
    Path hostile = Files.createDirectories(attachments.resolve(HOSTILE));
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Files.writeString(hostile.resolve(file.getKey()), file.getValue());
    }
    for (int number = 0; number < TEXTS.size(); number++) {
      String id = number == 0 ? HOSTILE : HOSTILE + " " + TEXTS.get(number);
      Files.writeString(
          records.resolve("ostile-" + number + ".json"),
          ASCII.writeValueAsString(record(id, TEXTS.get(number))));
    }
  }

  private static Map<String, Object> record(String id, String text) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("id", id);
    for (RecordField field : RecordField.values()) {
      record.put(field.key(), text + " ostile");
    }
    record.put(text.replaceAll("\\p{Cs}", ""), text);
    record.put("places", List.of(text + " > " + text));
    List<Map<String, String>> files = new ArrayList<>();
    for (String name : List.of("relazione.txt", "../../segreto.txt", "/etc/passwd", text)) {
      files.add(Map.of("file", name, "title", text, "url", "javascript:alert(1)//" + text));
    }
    record.put("attachments", files);
    return record;
  }
}
