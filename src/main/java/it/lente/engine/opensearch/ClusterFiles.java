package it.lente.engine.opensearch;

import it.lente.engine.Coverage;
import it.lente.engine.CoverageFile;
import it.lente.engine.CoverageRequest;
import it.lente.engine.StoredAttachment;
import it.lente.engine.hits.ListedProcess;
import it.lente.record.AttachmentState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The files of a commit, in order; reads only the cards of processes whose files are listed. */
record ClusterFiles(ClusterSnapshot snapshot) {

  private static final List<String> CARDS = List.of(ClusterSchema.CARD);

  /** A process with files in a window: how many in the requested states precede, and are shown. */
  private record Shown(int skipped, int limit) {}

  Coverage coverage(CoverageRequest request) {
    long from = request.window().offset();
    long to = from + request.window().size();
    Map<String, Shown> shown = new LinkedHashMap<>();
    int[] total = {0};
    snapshot
        .files()
        .states()
        .forEach((id, states) -> {
          int its =
              (int) states.stream().filter(state -> isWanted(request.states(), state)).count();
          long first = Math.max(from, total[0]);
          long end = Math.min(to, (long) total[0] + its);
          if (first < end) {
            shown.put(id, new Shown((int) (first - total[0]), (int) (end - first)));
          }
          total[0] += its;
        });
    List<CoverageFile> files = new ArrayList<>();
    if (!shown.isEmpty()) {
      Object ids = Map.of("terms", Map.of(ClusterSchema.ID, List.copyOf(shown.keySet())));
      snapshot
          .index()
          .each(
              ids,
              CARDS,
              process -> {
                Shown its = shown.get(process.id());
                files(process, request.states()).stream()
                    .skip(its.skipped())
                    .limit(its.limit())
                    .forEach(files::add);
              });
    }
    return new Coverage(snapshot.files().counts(), total[0], files);
  }

  void each(Set<AttachmentState> states, Consumer<CoverageFile> sink) {
    snapshot.index().each(WordQueries.ALL, CARDS, process -> files(process, states).forEach(sink));
  }

  private static boolean isWanted(Set<AttachmentState> states, AttachmentState state) {
    return states.isEmpty() || states.contains(state);
  }

  private List<CoverageFile> files(FoundProcess process, Set<AttachmentState> states) {
    ListedProcess listed = process.listed();
    List<CoverageFile> files = new ArrayList<>();
    for (StoredAttachment stored : listed.attachments()) {
      if (isWanted(states, stored.summary().state())) {
        String id = listed.card().id();
        files.add(
            new CoverageFile(
                id, listed.card().title(), stored.described(id, snapshot.commit().outdated())));
      }
    }
    return files;
  }
}
