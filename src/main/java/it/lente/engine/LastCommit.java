package it.lente.engine;

import it.lente.record.AttachmentText;
import java.util.Map;
import java.util.Optional;

/**
 * What answers while a writer is at work: the last good state of all that cannot be read any more.
 * A writer that begins anew has it, too. Safe for use by several threads.
 */
public interface LastCommit {

  /** Nothing was committed before, or it cannot be read. */
  LastCommit NONE =
      new LastCommit() {
        @Override
        public Map<String, String> fingerprints() {
          return Map.of();
        }

        @Override
        public Map<String, AsOf> outdated() {
          return Map.of();
        }

        @Override
        public Optional<StoredProcess> process(String id) {
          return Optional.empty();
        }

        @Override
        public Optional<AttachmentText> text(String processId, String attachmentId) {
          return Optional.empty();
        }
      };

  /** Of each process its id and the fingerprint it was put with. */
  Map<String, String> fingerprints();

  /** The processes and attachments that are not as the collection has them, by their keys. */
  Map<String, AsOf> outdated();

  Optional<StoredProcess> process(String id);

  /** The text of an attachment; of what the document says beside its pages only the title. */
  Optional<AttachmentText> text(String processId, String attachmentId);
}
