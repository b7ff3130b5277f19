package it.lente.source;

import it.lente.record.RecordField;
import it.lente.record.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that schede are known to use, in the spelling under which they are counted. */
final class Vocabulary {

  private static final Map<RecordField, List<String>> KNOWN =
      Map.of(
          RecordField.STATUS,
          Status.LIFE_CYCLE,
          RecordField.NATURE,
          List.of("Processo certificato e finanziato", "Processo certificato non finanziato"),
          RecordField.LEVEL,
          List.of("Empowerment", "Co-progettazione", "Consultazione", "Informazione"),
          RecordField.SCOPE,
          List.of(
              "Ambiente",
              "Territorio",
              "Welfare",
              "Società dell'informazione",
              "Assetto istituzionale",
              "Sviluppo economico"),
          RecordField.PARTICIPATION_TYPE,
          List.of("Partecipazione volontaria"));

  private static final List<String> ABSENT =
      List.of(
          "non indicato o dato non disponibile nelle fonti consultate",
          "non indicato",
          "dato non disponibile",
          "dato non disponibile nelle fonti consultate",
          "non prevista come premialita nel bando di riferimento",
          "non previsto come premialita nel bando di riferimento",
          "null");

  private Vocabulary() {}

  /** The spelling under which a known value is counted. */
  static Optional<String> known(RecordField field, String value) {
    String folded = Spelling.folded(value);
    return KNOWN.getOrDefault(field, List.of()).stream()
        .filter(known -> Spelling.folded(known).equals(folded))
        .findFirst();
  }

  /** Whether a value only says that there is none. */
  static boolean absent(String value) {
    String folded = Spelling.folded(value);
    return ABSENT.contains(
        folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded);
  }
}
