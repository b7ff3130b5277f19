package it.lente.engine;

import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.time.LocalDate;
import java.util.List;

/**
 * Why a process or an attachment is shown as it was: it is there and cannot be read, or it has gone
 * together with so many others that it was not removed.
 *
 * @param date the last day on which it was found in order
 * @param reasons why it is not as the collection has it now
 */
public record AsOf(LocalDate date, List<Reason> reasons) {

  /** The key of an attachment among processes and attachments; the key of a process is its id. */
  public static String key(String processId, String file) {
    return processId + "/" + file;
  }

  /** «As of this day, because …», as a reason. */
  public Reason reason() {
    return ReasonCode.AS_OF.with(date, reasons);
  }
}
