package it.lente.engine.stored;

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
public final class StoredValues {

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

  /** Returns the processes and attachments that are out of date as JSON. */
  public static String outdated(Map<String, AsOf> outdated) {
    return JSON.writeValueAsString(outdated);
  }

  public static Map<String, AsOf> readOutdated(String json) {
    return JSON.readValue(json, OUTDATED);
  }

  public static BytesRef card(IndexedProcess process) {
    ListedProcess card = new ListedProcess(Card.of(process.record()), process.stored());
    return new BytesRef(CARDS.writeValueAsBytes(card));
  }

  public static BytesRef process(IndexedProcess process) {
    return new BytesRef(JSON.writeValueAsBytes(process.storedProcess()));
  }

  public static ListedProcess readCard(BytesRef bytes) {
    return CARDS.readValue(bytes.bytes, bytes.offset, bytes.length, ListedProcess.class);
  }

  public static StoredProcess readProcess(BytesRef bytes) {
    return JSON.readValue(bytes.bytes, bytes.offset, bytes.length, StoredProcess.class);
  }
}
