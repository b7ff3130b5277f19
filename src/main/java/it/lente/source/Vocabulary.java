package it.lente.source;

import it.lente.record.ProcessStatus;
import it.lente.record.RecordField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The values known from schede, in the spelling under which they are counted. */
final class Vocabulary {

  private static final Map<RecordField, Map<String, String>> KNOWN =
      Map.of(
          RecordField.STATUS,
          spellings(ProcessStatus.LIFE_CYCLE),
          RecordField.NATURE,
          spellings(
              List.of("Processo certificato e finanziato", "Processo certificato non finanziato")),
          RecordField.LEVEL,
          spellings(List.of("Empowerment", "Co-progettazione", "Consultazione", "Informazione")),
          RecordField.SCOPE,
          spellings(
              List.of(
                  "Ambiente;Territorio;Welfare;Società dell'informazione;Assetto istituzionale;Sviluppo economico"
                      .split(";"))),
          RecordField.PARTICIPATION_TYPE,
          spellings(List.of("Partecipazione volontaria")));

  private static final Set<String> ABSENT =
      Set.of(
          "non indicato o dato non disponibile nelle fonti consultate",
          "non indicato",
          "dato non disponibile",
          "dato non disponibile nelle fonti consultate",
          "non prevista come premialita nel bando di riferimento",
          "non previsto come premialita nel bando di riferimento",
          "null");

  private static final int LONGEST = 80;

  private Vocabulary() {}

  /** Returns the spelling under which a known value is counted. */
  static Optional<String> known(RecordField field, String value) {
    return value.length() > LONGEST
        ? Optional.empty()
        : Optional.ofNullable(KNOWN.getOrDefault(field, Map.of()).get(Spelling.folded(value)));
  }

  /** Returns whether a value only states that there is none. */
  static boolean absent(String value) {
    if (value.length() > LONGEST) {
      return false;
    }
    String folded = Spelling.folded(value);
    return ABSENT.contains(
        folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded);
  }

  private static Map<String, String> spellings(List<String> values) {
    return values.stream()
        .collect(Collectors.toUnmodifiableMap(Spelling::folded, Function.identity()));
  }
}
