package it.lente.source;

import it.lente.record.ProcessRecord;
import it.lente.record.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes the records of a folder, and may know some of them from an earlier time. */
public interface RecordSink {

  /**
   * Takes a record.
   *
   * @param stamp of the record's text and its side files, for {@link #knows}; the empty string for
   *     a record that must be read every time, because the report contains a problem of it
   */
  void accept(ProcessRecord record, String stamp);

  /**
   * Returns whether the last good state of a record is kept, so that the record is not given.
   *
   * @param why the record is not complete
   */
  default boolean keeps(String id, Reason why) {
    return false;
  }

  /** Returns the id of the record that was taken before under a stamp with this beginning. */
  default Optional<String> idOf(String beginning) {
    return Optional.empty();
  }

  /**
   * Returns whether a record was taken before under the same stamp, with the same attachments. Such
   * a record is neither read nor given.
   *
   * @param files looks for the files in the record's folder of attachments
   */
  default boolean knows(String id, String stamp, Supplier<List<FoundFile>> files) {
    return false;
  }
}
