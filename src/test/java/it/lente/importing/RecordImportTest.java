package it.lente.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.lente.messages.Said;
import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import it.lente.record.TreePath;
import it.lente.source.RecordFolder;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports in the shapes of their systems; what is in them is invented. */
class RecordImportTest {

  private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);

  @TempDir Path folder;
  private ImportReport report;

  private List<ProcessRecord> imported(ImportFormat format, String map, String name, String text)
      throws IOException {
    Path source = Files.writeString(folder.resolve(name), text);
    return imported(format, map, source);
  }

  private List<ProcessRecord> imported(ImportFormat format, String map, Path source)
      throws IOException {
    Path to = folder.resolve("to");
    report = new RecordImport(format, map, TODAY, to, false).run(List.of(source));
    List<ProcessRecord> records = new ArrayList<>();
    new RecordFolder(to.resolve("records"), to.resolve("attachments"))
        .read((record, stamp) -> records.add(record));
    assertThat(report.loaded().report().problems()).map(Said::of).isEmpty();
    assertThat(report.written()).isEqualTo(records.size());
    return records;
  }

  private ProcessRecord one(String name, String text) throws IOException {
    List<ProcessRecord> records = imported(ImportFormat.AUTO, "", name, text);
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  private static final String DECIDIM =
      """
      [{"id": 7, "title": {"it": "Il parco di Borgo Finto", "en": "The park"}, "slug": "parco-finto",
        "subtitle": {"it": "Decidiamo insieme"},
        "short_description": {"it": "<p>Un parco per <strong>tutti</strong>.</p>"},
        "description": {"it": "<p>Vedi il <a href=\\"https://example.org/r\\">regolamento</a></p><ul><li>alberi</li><li>panchine</li></ul>", "en": ""},
        "start_date": "2024-03-01", "end_date": "2024-11-30", "updated_at": "2024-12-02 10:11:12 UTC",
        "created_at": "2024-02-20 09:00:00 UTC",
        "developer_group": {"it": "Comune di Borgo Finto"}, "target": {"it": "Residenti"},
        "area": {"id": 4, "name": {"it": "Ambiente"}}, "scope": {"id": 1, "name": {"it": "Modena"}},
        "taxonomies": {"7": {"it": "Verde"}},
        "participatory_process_steps": [
          {"id": 2, "title": {"it": "Voto"}, "description": {"it": "<p>Si vota</p>"}, "start_date": "2024-10-01", "end_date": "2024-10-31", "active": true, "position": 1},
          {"id": 1, "title": {"it": "Proposte"}, "description": {"it": ""}, "start_date": "2024-03-01", "end_date": "2024-05-31", "active": false, "position": 0}],
        "attachments": {"files": [
          {"title": {"it": "Regolamento"}, "description": {"it": "x"}, "remote_file_url": "https://example.org/a/Regolamento%20finale.pdf?x=1"},
          {"title": {"it": ""}, "description": {"it": "Mappa"}, "remote_file_url": "https://example.org/b/Regolamento%20finale.pdf"}]},
        "promoted": true}]
      """;

  @Test
  void decidims_processes_become_records_with_steps_holders_and_attachments() throws IOException {
    ProcessRecord park = one("processi.json", DECIDIM);

    assertThat(park.id()).isEqualTo("parco-finto");
    assertThat(park.title()).isEqualTo("Il parco di Borgo Finto");
    assertThat(park.status()).isEqualTo("Concluso");
    assertThat(park.derived().years()).hasToString("2024");
    assertThat(park.lastModified()).contains(LocalDate.of(2024, 12, 2));
    assertThat(park.values(RecordField.DECISION_HOLDERS)).containsExactly("Comune di Borgo Finto");
    assertThat(park.derived().themes()).containsExactly(TreePath.of("Ambiente", "Verde"));
    assertThat(park.derived().places())
        .containsExactly(TreePath.of("Emilia-Romagna", "Modena", "Modena"));
    assertThat(park.values(RecordField.PHASES))
        .containsExactly(
            "Proposte (01/03/2024 - 31/05/2024)\nVoto (01/10/2024 - 31/10/2024): Si vota");
    assertThat(park.first(RecordField.OBJECTIVES).orElseThrow())
        .isEqualTo(
            "Un parco per tutti.\nVedi il regolamento (https://example.org/r)\nalberi\npanchine");
    assertThat(park.attachments())
        .satisfiesExactly(
            a -> {
              assertThat(a.file()).isEqualTo("Regolamento finale.pdf");
              assertThat(a.title()).isEqualTo("Regolamento");
              assertThat(a.url()).contains("https://example.org/a/Regolamento%20finale.pdf?x=1");
            },
            a -> assertThat(a.title()).isEqualTo("Mappa"));
    assertThat(report.columns().get("created_at").key()).isEqualTo("-");
    assertThat(report.columns().get("subtitle").key()).isEmpty();
    assertThat(report.columns().get("title/en").key()).isEmpty();
    assertThat(park.other()).extracting("label").containsExactlyInAnyOrder("subtitle", "title/en");
  }

  @Test
  void the_status_of_a_decidim_process_is_that_of_its_dates() throws IOException {
    String open =
        """
        [{"title": {"it": "A"}, "slug": "a", "start_date": "2025-01-01", "end_date": null},
         {"title": {"it": "B"}, "slug": "b", "start_date": "2025-09-01", "end_date": "2025-12-01"},
         {"title": {"it": "C"}, "slug": "c", "participatory_process_steps": [{"title": {"it": "S"}, "active": true}]},
         {"title": {"it": "D"}, "slug": "d"}]
        """;

    assertThat(imported(ImportFormat.AUTO, "", "open.json", open))
        .extracting(ProcessRecord::status)
        .containsExactly("In corso", "Progetto", "In corso", "");
  }

  @Test
  void decidims_open_data_has_a_column_for_each_language() throws IOException {
    ProcessRecord record =
        one(
            "dati.csv",
            """
            id;title/en;title/it;slug;short_description/it;start_date;end_date;developer_group/it;area/name/it;scope/name/it;url
            12;The market;Il mercato;mercato;"<p>Due<br>righe</p>";2024-03-01;2024-11-30;Comune di Borgo Finto;Bilancio;Quartiere Finto;https://example.org/p/mercato
            """);

    assertThat(record.id()).isEqualTo("mercato");
    assertThat(record.title()).isEqualTo("Il mercato");
    assertThat(record.status()).isEqualTo("Concluso");
    assertThat(record.values(RecordField.SCOPE)).containsExactly("Bilancio");
    assertThat(record.values(RecordField.DISTRICT)).containsExactly("Quartiere Finto");
    assertThat(record.first(RecordField.URL)).contains("https://example.org/p/mercato");
  }

  @Test
  void participedias_cases_come_as_an_export_as_the_api_and_as_a_dump() throws IOException {
    List<ProcessRecord> flat =
        imported(
            ImportFormat.AUTO,
            "",
            "cases.json",
            """
            [{"id": "9001", "type": "case", "title": "a garden in florence", "description": "Invented.",
              "city": "Florence", "province": "", "country": "Italy", "location_name": "",
              "issues": ["planning_development"], "specific_topics": ["public_parks", "budget_local"],
              "start_date": "2009-04-25T09:00:00", "end_date": null, "ongoing": false,
              "decision_methods": ["general_agreement/consensus"], "updated_date": "2017-06-10T15:14:03",
              "number_of_participants": 30, "public_spectrum": "", "url": "https://example.org/case/9001"},
             {"id": "9002", "title": "two towns", "city": "", "country": "Italy", "location_name": "Turin and Florence",
              "public_spectrum": "collaborate", "ongoing": true},
             {"id": "9003", "title": "nowhere", "city": "Borgo Finto", "country": "Italy", "public_spectrum": ""},
             {"id": "9004", "title": "abroad", "city": "Grenoble", "province": "", "country": "France", "public_spectrum": ""}]
            """);

    ProcessRecord garden = flat.getFirst();
    assertThat(garden.id()).isEqualTo("participedia-9001");
    assertThat(garden.status()).isEqualTo("Concluso");
    assertThat(garden.derived().years()).hasToString("2009");
    assertThat(garden.derived().places())
        .containsExactly(TreePath.of("Toscana", "Firenze", "Firenze"));
    assertThat(garden.derived().themes())
        .containsExactly(
            TreePath.of("planning development", "public parks"),
            TreePath.of("planning development", "budget local"));
    assertThat(flat.get(1).status()).isEqualTo("In corso");
    assertThat(flat.get(1).derived().places())
        .containsExactly(
            TreePath.of("Piemonte", "Torino", "Torino"),
            TreePath.of("Toscana", "Firenze", "Firenze"));
    assertThat(flat.get(2).derived().places()).containsExactly(TreePath.of("Italia"));
    assertThat(flat.get(2).values(RecordField.MUNICIPALITY)).containsExactly("Borgo Finto");
    assertThat(flat.get(3).derived().places()).containsExactly(TreePath.of("France", "Grenoble"));
  }

  @Test
  void an_object_of_participedias_api_holds_its_values_in_objects() throws IOException {
    ProcessRecord record =
        one(
            "case.json",
            """
            {"id": 9005, "type": "case", "title": "First",
             "general_issues": [{"key": "arts", "lookup_key": "arts", "value": "Arts & Culture"}],
             "public_spectrum": {"key": "collaborate", "lookup_key": "c", "value": "Collaborate"},
             "primary_organizer": {"id": 200, "title": "Comune, di Borgo Finto"},
             "address1": "Via Finta 1", "postal_code": "40124", "city": "Bologna", "country": "Italy",
             "files": [{"url": "https://example.org/f/pilot_2017.pdf", "title": "Pilot"}],
             "evaluation_reports": [{"url": "https://example.org/f/pilot_2017.pdf", "title": "Twice"}],
             "links": [{"url": "https://example.org/l", "title": "A link"}], "ongoing": false}
            """);

    assertThat(record.values(RecordField.SCOPE)).containsExactly("Arts & Culture");
    assertThat(record.values(RecordField.LEVEL)).containsExactly("Collaborate");
    assertThat(record.values(RecordField.DECISION_HOLDERS)).isNotEmpty();
    assertThat(record.first(RecordField.ADDRESS)).contains("Via Finta 1, 40124 Bologna");
    assertThat(record.first(RecordField.SOURCE_NOTES)).contains("A link https://example.org/l");
    assertThat(record.attachments()).singleElement().extracting("title").isEqualTo("Pilot");
  }

  @Test
  void a_dump_of_participedia_has_sets_and_no_titles() throws IOException {
    ProcessRecord record =
        one(
            "dump.csv",
            """
            id,type,city,province,country,method_types,tools_techniques_types,primary_org_id
            9006,case,Montale,,Italy,"{planning,""with, comma"",deliberative}",{},5004.0
            """);

    assertThat(record.title()).isEqualTo("Participedia 9006 (Montale)");
    assertThat(record.values(RecordField.TECHNIQUES))
        .containsExactly("planning", "with, comma", "deliberative");
    assertThat(record.derived().places()).hasSize(1);
  }

  @Test
  void the_osservatorios_csv_is_read_with_its_faults_and_without_its_users() throws IOException {
    Path source = folder.resolve("processi.csv");
    Files.write(
        source,
        String.join(
                "\r\n",
                "Id;Titolo;Stato di avanzamento;Importo finanziato dal Bando;Comune;Comune;Anno di"
                    + " avvio;Data fine del processo;Titolari della decisione;Utente"
                    + " creazione;Utente modifica;Colonna ignota",
                "1;La città che c’è;Concluso;15k;Vignola;Modena;;31/05/2015;Comune di Vignola /"
                    + " Unione Finta;mrossi;gverdi;è qui",
                "2;\"Aperto;Concluso;;;;;;;x;;",
                "3;Altro;In corso;\"12.750,00 €\";;;2024;;Non indicato;x;;")
            .getBytes(Charset.forName("windows-1252")));
    List<ProcessRecord> records = imported(ImportFormat.AUTO, "", source);

    assertThat(records).extracting(ProcessRecord::id).containsExactly("1", "3");
    ProcessRecord first = records.getFirst();
    assertThat(first.title()).isEqualTo("La città che c’è");
    assertThat(first.values(RecordField.FUNDED_AMOUNT)).containsExactly("15000.00");
    assertThat(first.values(RecordField.MUNICIPALITY)).containsExactly("Vignola", "Modena");
    assertThat(first.derived().years()).hasToString("2015");
    assertThat(records.get(1).fields().get(RecordField.DECISION_HOLDERS).declaredAbsent()).isTrue();
    assertThat(report.problems()).singleElement().extracting("line").isEqualTo(3);
    assertThat(report.read()).isEqualTo(3);
    assertThat(report.columns().get("Utente creazione").key()).isEqualTo("-");
    assertThat(
            Files.readString(folder.resolve("to/records/processi.jsonl"), StandardCharsets.UTF_8))
        .contains("Colonna ignota", "è qui")
        .doesNotContain("mrossi", "gverdi", "Utente");
  }

  @Test
  void a_map_file_says_what_the_columns_of_any_table_are() throws IOException {
    String map =
        """
        # a comment
        Nome del progetto = title
        Codice = id
        Quando = startDate
        Interno* = -
        """;
    List<ProcessRecord> records =
        imported(
            ImportFormat.CSV,
            map,
            "p.csv",
            """
            Codice,Nome del progetto,Quando,Interno (note),scope
            x1,Il ponte,2021-05-01,segreto,Ambiente
            """);

    assertThat(records)
        .singleElement()
        .satisfies(record -> {
          assertThat(record.id()).isEqualTo("x1");
          assertThat(record.title()).isEqualTo("Il ponte");
          assertThat(record.derived().years()).hasToString("2021");
          assertThat(record.other()).isEmpty();
          assertThat(record.values(RecordField.SCOPE)).containsExactly("Ambiente");
        });
    assertThatThrownBy(() -> imported(ImportFormat.CSV, "A = titel", "p.csv", "A\nb\n"))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("line 1 of the map, “A = titel”");
  }

  @Test
  void the_saved_page_of_a_scheda_is_a_record_without_the_frame_of_the_site() throws IOException {
    ProcessRecord record =
        one(
            "scheda.html",
            """
            <!DOCTYPE html>
            <!-- saved from url=(0041)https://example.org/scheda-processo/1234 -->
            <html><head><title>Sito</title></head><body><nav><a href="/">Home</a> Comune</nav>
            <main><h1>Il giardino di Borgo Finto</h1>
            <p>Hai gestito, partecipato o hai info su questo processo? Integra le informazioni</p>
            <h2>Processo</h2>
            <dl><dt>Stato di avanzamento</dt><dd>Concluso</dd>
            <dt>Anno di avvio</dt><dd></dd><dt>Anno di chiusura</dt><dd>2019</dd></dl>
            <div><span>Importo finanziato dal Bando</span><br>15.000,00&nbsp;€</div>
            <h2>Obiettivi e Risultati</h2><h3>Obiettivi</h3><p>Una <b>siepe</b> citt&agrave;.</p>
            <h2>Allegati</h2><ul><li><a href="/media/Relazione.pdf">Relazione finale</a></li></ul>
            </main><footer>Comune di Finto</footer></body></html>
            """);

    assertThat(record.id()).isEqualTo("1234");
    assertThat(record.title()).isEqualTo("Il giardino di Borgo Finto");
    assertThat(record.status()).isEqualTo("Concluso");
    assertThat(record.derived().years()).hasToString("2019");
    assertThat(record.values(RecordField.FUNDED_AMOUNT)).containsExactly("15000.00");
    assertThat(record.first(RecordField.OBJECTIVES)).contains("Una siepe città.");
    assertThat(record.first(RecordField.URL)).contains("https://example.org/scheda-processo/1234");
    assertThat(record.attachments())
        .singleElement()
        .satisfies(file -> {
          assertThat(file.title()).isEqualTo("Relazione finale");
          assertThat(file.url()).contains("https://example.org/media/Relazione.pdf");
        });
  }

  @Test
  void what_somebody_has_corrected_is_not_written_over() throws IOException {
    String table = "id,title\n1,Orti\n";
    imported(ImportFormat.CSV, "", "p.csv", table);
    imported(ImportFormat.CSV, "", "p.csv", table);
    Path written = folder.resolve("to/records/p.jsonl");
    Files.writeString(written, "{\"id\":\"1\",\"title\":\"Orti sociali\"}\n");

    assertThatThrownBy(() -> imported(ImportFormat.CSV, "", "p.csv", table))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("--replace");
    assertThat(written).content().contains("Orti sociali");
  }

  @Test
  void a_broken_export_is_told_with_its_line() {
    assertThatThrownBy(
            () -> imported(ImportFormat.AUTO, "", "c.json", "[{\"title\": {\"it\": \"A\"},\n oops"))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("c.json: no JSON that can be read (line 2)");
  }
}
