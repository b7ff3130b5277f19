package it.lente.engine;

import it.lente.engine.Coverage.StateCount;
import it.lente.record.AttachmentState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts and lists files by looking at each. */
public final class SlowCoverage {

  private SlowCoverage() {}

  /**
   * What an engine should answer.
   *
   * @param all in order
   */
  public static Coverage of(List<CoverageFile> all, CoverageRequest request) {
    Map<AttachmentState, StateCount> states = new EnumMap<>(AttachmentState.class);
    for (CoverageFile file : all) {
      StateCount one = new StateCount(1, file.stored().summary().pageCount());
      states.merge(file.stored().summary().state(), one, StateCount::plus);
    }
    List<CoverageFile> wanted =
        all.stream()
            .filter(file ->
                request.states().isEmpty()
                    || request.states().contains(file.stored().summary().state()))
            .toList();
    List<CoverageFile> shown =
        wanted.stream().skip(request.window().offset()).limit(request.window().size()).toList();
    return new Coverage(states, wanted.size(), shown);
  }
}
