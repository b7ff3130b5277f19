package it.lente.messages;

import it.lente.record.Reason;
import it.lente.record.TextPart;
import it.lente.record.TextSummary;
import it.lente.source.SourceProblem;
import java.util.List;

/** Reasons as their English sentences, for tests that compare what people read. */
public final class Said {

  private Said() {}

  public static String of(TextSummary summary) {
    return of(summary.reasons());
  }

  public static String of(TextPart part) {
    return of(part.reasons());
  }

  public static String of(SourceProblem problem) {
    return problem.place() + ": " + of(problem.reason());
  }

  public static String of(Reason reason) {
    return of(List.of(reason));
  }

  public static String of(List<Reason> reasons) {
    return ReasonText.of(reasons, Messages.ENGLISH);
  }
}
