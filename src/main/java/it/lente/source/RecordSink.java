package it.lente.source;

import it.lente.record.ProcessRecord;
import it.lente.record.Reason;
import java.util.List;
import java.util.function.Supplier;

/** Takes the records of a folder, and may know some of them from an earlier time. */
public interface RecordSink {

  /**
   * Takes a record.
   *
   * @param stamp of the record's file and those beside it, for {@link #knows}; the empty string for
   *     a record that must be read every time, because it shares its file with others or because
   *     the report tells something of it
   */
  void accept(ProcessRecord record, String stamp);

  /**
   * Whether the last good state of a record is kept, which then is not given.
   *
   * @param why it cannot be given whole
   */
  default boolean keeps(String id, Reason why) {
    return false;
  }

  /**
   * Whether a record was taken before under the same stamp, and its attachments are as they were
   * then. Such a record is not read, and not given.
   *
   * @param files looks for the files in the record's folder of attachments
   */
  default boolean knows(String id, String stamp, Supplier<List<FoundFile>> files) {
    return false;
  }
}
