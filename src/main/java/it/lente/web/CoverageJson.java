package it.lente.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.lente.engine.Coverage;
import it.lente.engine.Coverage.StateCount;
import it.lente.engine.CoverageFile;
import it.lente.messages.Messages;
import it.lente.record.AttachmentState;
import it.lente.search.CoverageQuestion;
import java.util.List;
import java.util.stream.Stream;

/**
 * The states of the files in the API.
 *
 * @param files number of files in the collection, whatever the question
 * @param pages number of their pages
 * @param states every state, in the order of the closed list
 * @param total number of files in one of the requested states
 * @param next the cursor of the next page, to be sent back unchanged; null on the last page
 */
record CoverageJson(
    int files,
    long pages,
    List<StateJson> states,
    int total,
    List<EntryJson> entries,
    @JsonInclude(JsonInclude.Include.ALWAYS) String next) {

  record StateJson(String state, String label, int files, long pages) {}

  record EntryJson(ProcessJson process, RecordJson.AttachmentJson attachment) {

    static EntryJson of(CoverageFile file, RequestContext visit) {
      return new EntryJson(
          new ProcessJson(file.processId(), file.title()),
          RecordJson.AttachmentJson.of(file.processId(), file.stored(), visit));
    }
  }

  record ProcessJson(String id, String title) {}

  static CoverageJson of(Coverage coverage, CoverageQuestion question, RequestContext visit) {
    boolean more = question.page() < Math.ceilDiv(coverage.total(), question.size());
    return new CoverageJson(
        coverage.all().files(),
        coverage.all().pages(),
        Stream.of(AttachmentState.values())
            .map(state -> state(state, coverage, visit.messages()))
            .toList(),
        coverage.total(),
        coverage.files().stream().map(file -> EntryJson.of(file, visit)).toList(),
        more ? visit.here().with("page", question.page() + 1).toString() : null);
  }

  private static StateJson state(AttachmentState state, Coverage coverage, Messages messages) {
    StateCount count = coverage.states().getOrDefault(state, StateCount.NONE);
    return new StateJson(
        state.key(), messages.get("state.name." + state.key()), count.files(), count.pages());
  }
}
