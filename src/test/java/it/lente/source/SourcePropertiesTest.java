package it.lente.source;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.FieldValue;
import it.lente.record.OtherField;
import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every scheda and every file, tried on many that nobody would write. */
class SourcePropertiesTest {

  private static final List<String> VALUES =
      List.of(
          "2019",
          "3019",
          "31/05/2015",
          "99/99/9999",
          "15.000,00 €",
          "15k",
          "28,57",
          "Sì",
          "No",
          "null",
          "Concluso",
          "In corso",
          "Comune",
          "Via Finta 1, 40124 Bologna (BO)",
          "A, B, C",
          "Uno / Due",
          "a/b.jpg",
          "(",
          "Provincia",
          "Data ultima modifica: ieri",
          "Data ultima modifica: 01/01/2020",
          "Certificato",
          "Processo");

  private static final List<String> LABELS =
      Stream.of(RecordField.values()).map(RecordField::sourceLabel).toList();

  @TempDir Path folder;

  @Test
  void every_line_of_a_scheda_ends_somewhere() {
    for (long seed = 0; seed < 1500; seed++) {
      Random random = new Random(seed);
      List<String> lines = scheda(random);
      Findings findings = new Findings();
      RecordDraft draft = parsed(lines, findings);
      String kept = everything(draft, findings.report(0));
      for (String line : lines) {
        boolean structure =
            line.isBlank()
                || SchedaLabels.field(Spelling.folded(line)).isPresent()
                || SchedaLabels.section(Spelling.folded(line))
                || SchedaLabels.callToAction(Spelling.folded(line))
                || line.equals("Data ultima modifica: 01/01/2020");
        assertThat(structure || kept.contains(inline(line)))
            .as("seed %d: «%s» of %s is lost", seed, line, lines)
            .isTrue();
      }
    }
  }

  @Test
  void no_bytes_make_the_reader_fail() throws IOException {
    GivenFolder given = new GivenFolder(folder);
    for (long seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      for (String name : List.of("a.txt", "b.json", "c.jsonl", "a.attachments.json", "a.url")) {
        given.bytes(given.records.resolve(name), bytes(random));
      }
      List<ProcessRecord> read = new ArrayList<>();
      SourceReport report =
          new RecordFolder(given.records, given.attachments, GivenFolder.IN_2025)
              .read((record, stamp) -> read.add(record));
      assertThat(read.size() + report.problems().size()).as("seed %d", seed).isPositive();
    }
  }

  private static RecordDraft parsed(List<String> lines, Findings findings) {
    try {
      return SchedaParser.parse(String.join("\n", lines), "x.txt", findings);
    } catch (UnusableFileException e) {
      throw new AssertionError(e);
    }
  }

  private static String inline(String line) {
    return line.startsWith("Data ultima modifica: ") ? line.substring(22) : line;
  }

  private static List<String> scheda(Random random) {
    List<String> lines = new ArrayList<>(List.of("Titolo di prova", "Processo"));
    boolean spaced = random.nextBoolean();
    int count = random.nextInt(40);
    for (int i = 0; i < count; i++) {
      lines.add(
          switch (random.nextInt(6)) {
            case 0, 1 -> LABELS.get(random.nextInt(LABELS.size()));
            case 2 -> "parola" + i;
            case 3 -> ("frase lunga " + i + " ").repeat(12).strip();
            case 4 -> "";
            default -> VALUES.get(random.nextInt(VALUES.size()));
          });
      if (spaced) {
        lines.add("");
      }
    }
    return lines;
  }

  private static String everything(RecordDraft draft, SourceReport report) {
    StringBuilder all = new StringBuilder();
    for (FieldValue value : draft.fields().values()) {
      all.append(value.asWritten()).append('\n');
    }
    for (OtherField other : draft.other()) {
      all.append(other.label()).append('\n').append(other.value()).append('\n');
    }
    report.problems().forEach(problem -> all.append(problem).append('\n'));
    return all.toString();
  }

  private static byte[] bytes(Random random) {
    byte[] bytes =
        """
        Titolo
        Processo
        Anno di avvio
        2019
        Indirizzo
        Via (MB) 40124 Bologna, RE
        {"title":"x","fundedAmount":1e400,"places":[">"],"id":".."}
        [{"file":"a\\u0000b"},3]
        """
            .getBytes(StandardCharsets.UTF_8);
    int from = random.nextInt(bytes.length);
    byte[] mangled = Arrays.copyOfRange(bytes, from, bytes.length);
    for (int i = 0; i < random.nextInt(8); i++) {
      mangled[random.nextInt(mangled.length)] = (byte) random.nextInt(256);
    }
    return mangled;
  }
}
