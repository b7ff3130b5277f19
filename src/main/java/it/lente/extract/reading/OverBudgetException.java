package it.lente.extract.reading;

import it.lente.record.Reason;

/** A page asks for more than {@link PdfBudget} allows; the message says of what. */
final class OverBudgetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OverBudgetException(Reason what, long limit) {
    super(what.with(limit), null, false, false);
  }
}
