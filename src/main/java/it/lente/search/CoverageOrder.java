package it.lente.search;

import it.lente.engine.Coverage;
import it.lente.engine.CoverageAnswers;
import it.lente.engine.CoverageFile;
import it.lente.engine.CoverageRequest;
import it.lente.engine.Deadline;
import it.lente.engine.ResultWindow;
import it.lente.record.AttachmentState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists the files of all states, first those that cannot be searched in full. */
final class CoverageOrder {

  private static final Set<AttachmentState> WHOLE = states(true);
  private static final Set<AttachmentState> INCOMPLETE = states(false);

  private CoverageOrder() {}

  private static Set<AttachmentState> states(boolean whole) {
    return Stream.of(AttachmentState.values())
        .filter(state -> state.whole() == whole)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns what a request without states asks for, in this order. */
  static Coverage of(CoverageAnswers engine, ResultWindow window, Deadline deadline) {
    Coverage incomplete = engine.coverage(new CoverageRequest(INCOMPLETE, window), deadline);
    List<CoverageFile> files = new ArrayList<>(incomplete.files());
    int missing = window.size() - files.size();
    if (missing > 0) {
      int offset = Math.max(0, window.offset() - incomplete.total());
      ResultWindow rest = new ResultWindow(offset, missing);
      files.addAll(engine.coverage(new CoverageRequest(WHOLE, rest), deadline).files());
    }
    return new Coverage(incomplete.states(), incomplete.all().files(), files);
  }
}
