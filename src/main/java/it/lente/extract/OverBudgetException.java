package it.lente.extract;

/** A page asks for more than {@link PdfBudget} allows; the message says of what. */
final class OverBudgetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OverBudgetException(String reason) {
    super(reason, null, false, false);
  }
}
