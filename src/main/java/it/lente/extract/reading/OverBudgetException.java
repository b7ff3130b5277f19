package it.lente.extract.reading;

import java.util.Locale;

/** A page asks for more than {@link PdfBudget} allows; the message says of what. */
final class OverBudgetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Such as "it draws more than", 10, "forms". */
  OverBudgetException(String before, long limit, String after) {
    super(String.format(Locale.ROOT, "%s %,d %s", before, limit, after), null, false, false);
  }
}
