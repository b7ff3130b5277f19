package it.lente.engine.lucene;

import com.fasterxml.jackson.annotation.JsonFormat;
import it.lente.engine.AsOf;
import it.lente.engine.IndexedProcess;
import it.lente.engine.ProcessHit.Card;
import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.engine.hits.ListedProcess;
import it.lente.record.Attachment;
import it.lente.record.Derived;
import it.lente.record.TextPart;
import it.lente.record.TextSummary;
import it.lente.record.TreePath;
import it.lente.record.Years;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores a process as JSON, besides its words, with the same Java records for writing and reading.
 * A card, which is read for each process shown, is written as values without names, in the order of
 * components: names would be half of it.
 */
final class StoredValues {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final TypeReference<Map<String, AsOf>> OUTDATED = new TypeReference<>() {};

  private static final JsonMapper CARDS = cards();

  private StoredValues() {}

  private static JsonMapper cards() {
    JsonMapper.Builder cards = JsonMapper.builder();
    for (Class<?> component :
        List.of(
            ListedProcess.class,
            Card.class,
            Derived.class,
            Years.class,
            Years.Bound.class,
            TreePath.class,
            StoredAttachment.class,
            StoredAttachment.About.class,
            Attachment.class,
            TextSummary.class,
            TextPart.class)) {
      cards.withConfigOverride(
          component, type -> type.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)));
    }
    return cards.build();
  }

  /** Returns the data stored with a commit. */
  static Map<String, String> commitData(Map<String, AsOf> outdated) {
    return Map.of(Schema.OUTDATED_KEY, JSON.writeValueAsString(outdated));
  }

  static Map<String, AsOf> readOutdated(Map<String, String> commitData) {
    return JSON.readValue(commitData.getOrDefault(Schema.OUTDATED_KEY, "{}"), OUTDATED);
  }

  static BytesRef card(IndexedProcess process) {
    ListedProcess card = new ListedProcess(Card.of(process.record()), process.stored());
    return new BytesRef(CARDS.writeValueAsBytes(card));
  }

  static BytesRef process(IndexedProcess process) {
    return new BytesRef(JSON.writeValueAsBytes(process.storedProcess()));
  }

  static ListedProcess readCard(BytesRef bytes) {
    return CARDS.readValue(bytes.bytes, bytes.offset, bytes.length, ListedProcess.class);
  }

  static StoredProcess readProcess(BytesRef bytes) {
    return JSON.readValue(bytes.bytes, bytes.offset, bytes.length, StoredProcess.class);
  }
}
