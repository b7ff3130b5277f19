package it.lente.engine.lucene;

import it.lente.engine.IndexedProcess;
import it.lente.engine.ProcessHit.Card;
import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.record.ProcessRecord;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of a process beside its words, as JSON: the same Java records on both sides. */
final class StoredValues {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StoredValues() {}

  /** What a list needs: small, read for each process shown. */
  record ListCard(Card card, List<StoredAttachment> attachments) {}

  static BytesRef card(IndexedProcess process) {
    ProcessRecord record = process.record();
    Card card = new Card(record.id(), record.title(), record.status(), record.derived());
    return new BytesRef(JSON.writeValueAsBytes(new ListCard(card, process.stored())));
  }

  static BytesRef process(IndexedProcess process) {
    return new BytesRef(
        JSON.writeValueAsBytes(new StoredProcess(process.record(), process.stored())));
  }

  static ListCard readCard(BytesRef bytes) {
    return JSON.readValue(bytes.bytes, bytes.offset, bytes.length, ListCard.class);
  }

  static StoredProcess readProcess(BytesRef bytes) {
    return JSON.readValue(bytes.bytes, bytes.offset, bytes.length, StoredProcess.class);
  }
}
