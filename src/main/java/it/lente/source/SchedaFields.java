package it.lente.source;

import it.lente.record.OtherField;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The labels of a scheda with their texts, for those who write it in another form. */
public final class SchedaFields {

  private SchedaFields() {}

  /**
   * Returns the texts as they are written, by the keys of their fields or by their own labels.
   *
   * @throws IOException if there is no label in the text
   */
  public static Map<String, String> of(String scheda) throws IOException {
    RecordDraft draft = SchedaParser.parse(scheda, "", new Findings());
    Map<String, String> texts = new LinkedHashMap<>();
    draft.fields().forEach((field, value) -> texts.put(field.key(), value.asWritten()));
    for (OtherField other : draft.other()) {
      texts.merge(other.label(), other.value(), (first, second) -> first + "\n" + second);
    }
    return texts;
  }
}
