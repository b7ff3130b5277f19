package it.lente.engine;

import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.time.LocalDate;
import java.util.List;

/**
 * Says since when, and why, a process or an attachment is shown in an earlier state: it cannot be
 * read, or it disappeared together with so many others that it was not removed.
 *
 * @param date the last day on which it could be read
 * @param reasons why the index differs from the collection
 */
public record AsOf(LocalDate date, List<Reason> reasons) {

  /**
   * Returns the key of an attachment among processes and attachments; that of a process is its id.
   */
  public static String key(String processId, String file) {
    return processId + "/" + file;
  }

  /** Returns «As of this day, because …» as a reason. */
  public Reason reason() {
    return ReasonCode.AS_OF.with(date, reasons);
  }
}
