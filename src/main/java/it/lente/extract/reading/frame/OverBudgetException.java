package it.lente.extract.reading.frame;

import it.lente.extract.HasReason;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;

/** A page exceeds a limit of {@link PdfBudget}, which the reason names. */
public final class OverBudgetException extends RuntimeException implements HasReason {

  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  public OverBudgetException(ReasonCode what, long limit) {
    super(what.key(), null, false, false);
    this.reason = what.with(limit);
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
