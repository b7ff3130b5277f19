package it.lente.engine;

import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.time.LocalDate;
import java.util.List;

/**
 * The date of and the reasons for an earlier state that is shown of a process or an attachment: it
 * cannot be read, or it disappeared together with so many others that it was not removed.
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
