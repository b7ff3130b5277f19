package it.lente.source;

import it.lente.record.RecordField;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The dictionary of a scheda: lines that are labels, section names or calls to action. */
final class SchedaLabels {

  /** The label for text that follows no label. */
  static final String NONE = "Senza etichetta";

  /** A longer line is no label; the longest known label has 85 characters. */
  static final int LONGEST = 120;

  private static final String INLINE_DATE =
      Spelling.folded(RecordField.LAST_MODIFIED.sourceLabel());

  private static final String CALL_TO_ACTION =
      Spelling.folded("Hai gestito, partecipato o hai info su questo processo?");

  /** «Tecniche di Partecipazione» is missing: it has values of its own and is a label. */
  private static final Set<String> SECTIONS =
      folded(
          ("Processo;Gestione di Processo;Gestione del Processo;Caratteristiche"
                  + ";Territorio Interessato;Obiettivi e Risultati;Allegati;Crediti")
              .split(";"));

  private static final Map<String, RecordField> FIELDS = known();

  private SchedaLabels() {}

  /** Takes a whole line in its folded form, like the next two methods. */
  static Optional<RecordField> field(String folded) {
    return Optional.ofNullable(FIELDS.get(folded));
  }

  /** Returns the fields by their labels in folded form. */
  static Map<String, RecordField> fields() {
    return FIELDS;
  }

  static boolean section(String folded) {
    return SECTIONS.contains(folded);
  }

  static boolean callToAction(String folded) {
    return folded.startsWith(CALL_TO_ACTION);
  }

  /** Returns the text after «Data ultima modifica:» on the same line. */
  static Optional<String> inlineDate(String line) {
    int colon = line.indexOf(':');
    return colon > 0 && Spelling.folded(line.substring(0, colon)).equals(INLINE_DATE)
        ? Optional.of(Spelling.stripped(line.substring(colon + 1)))
        : Optional.empty();
  }

  private static Map<String, RecordField> known() {
    Map<String, RecordField> fields = new HashMap<>();
    for (RecordField field : RecordField.values()) {
      fields.put(Spelling.folded(field.sourceLabel()), field);
    }
    alias(fields, RecordField.CERTIFICATION_YEAR, "Anno certificazione", "Anno di certificazione");
    alias(fields, RecordField.FUNDING_YEAR, "Anno di finanziamento", "Anno del finanziamento");
    alias(fields, RecordField.START_DATE, "Data inizio", "Data di inizio del processo");
    alias(fields, RecordField.END_DATE, "Data fine", "Data di fine del processo");
    alias(fields, RecordField.LEVEL, "Livelli di partecipazione");
    alias(fields, RecordField.REGION, "Regioni");
    return Map.copyOf(fields);
  }

  private static void alias(Map<String, RecordField> fields, RecordField field, String... labels) {
    for (String label : labels) {
      fields.put(Spelling.folded(label), field);
    }
  }

  private static Set<String> folded(String... lines) {
    return Stream.of(lines).map(Spelling::folded).collect(Collectors.toUnmodifiableSet());
  }
}
