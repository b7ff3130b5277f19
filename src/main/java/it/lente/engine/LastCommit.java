package it.lente.engine;

import it.lente.record.AttachmentText;
import java.util.Map;
import java.util.Optional;

/**
 * The last commit, from which data that can no longer be read keeps its last good state. Also
 * available to a writer that starts a new index. Safe for use by several threads.
 */
public interface LastCommit {

  /** Used if there is no earlier commit, or none that can be read. */
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

  /** Returns the fingerprint of each process as it was put, by id. */
  Map<String, String> fingerprints();

  /** Returns the processes and attachments that differ from the collection, by their keys. */
  Map<String, AsOf> outdated();

  Optional<StoredProcess> process(String id);

  /** Returns the text of an attachment; of the information outside pages only the title. */
  Optional<AttachmentText> text(String processId, String attachmentId);
}
