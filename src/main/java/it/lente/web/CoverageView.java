package it.lente.web;

import it.lente.engine.Coverage;
import it.lente.engine.Coverage.StateCount;
import it.lente.engine.CoverageFile;
import it.lente.messages.Messages;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.search.CoverageQuestion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The states of all files.
 *
 * @param summary «31 file, 198 pagine»
 * @param searchable the share of the files that can be searched in full: «87 %»
 * @param count «4 file in elenco»
 * @param everything the address of the list of all files, the empty string if it is shown
 * @param unsearchable the address of the list of files that cannot be searched in full, the empty
 *     string if there are none or if it is shown
 * @param csv the address of the whole list as it is filtered
 */
record CoverageView(
    PageLayout frame,
    String summary,
    String searchable,
    List<StateRow> states,
    String count,
    String everything,
    String unsearchable,
    List<FileRow> files,
    Pager pager,
    String csv,
    String json) {

  /**
   * A state with at least one file.
   *
   * @param share share of all files, in percent
   * @param begins start of its share in the stacked bar, in percent
   * @param percent the share in words
   * @param list the address of its files
   * @param processes the address of the processes that have such files
   */
  record StateRow(
      String key,
      String name,
      String meaning,
      String cure,
      double share,
      double begins,
      String percent,
      String files,
      String pages,
      String list,
      String processes,
      boolean selected) {

    /** Returns the CSS class that colours the state. */
    String badge() {
      return colour(key);
    }
  }

  record FileRow(
      String process, String address, String stateKey, String state, AttachmentView attachment) {

    String badge() {
      return colour(stateKey);
    }
  }

  /**
   * Green files can be searched, brown ones partly or later; grey ones contain nothing; red ones
   * need attention.
   */
  private static String colour(String state) {
    return switch (state) {
      case "indexed", "ocr" -> "bg-success";
      case "partial", "needs-ocr" -> "bg-warning";
      case "no-text", "empty", "unsupported" -> "bg-secondary";
      default -> "bg-danger";
    };
  }

  static CoverageView of(Coverage coverage, CoverageQuestion question, RequestContext visit) {
    Messages messages = visit.messages();
    StateCount all = coverage.all();
    Set<AttachmentState> chosen = question.request().states();
    Address here = visit.here().without("format");
    Address api = here.under(Address.of("api", "v1", "coverage").path()).without("lang");
    PageLayout frame =
        PageLayout.of(visit, messages.get("coverage.title"))
            .describedAs(messages.get("coverage.intro"));
    boolean plain = here.parameters().keySet().stream().allMatch(name -> name.equals("lang"));
    return new CoverageView(
        plain ? frame : frame.notIndexed(),
        messages.get("coverage.summary", all.files(), all.pages(), searchable(coverage)),
        messages.percent(searchable(coverage), Math.max(1, all.files())),
        states(coverage, chosen, visit),
        messages.get("coverage.count", coverage.total()),
        chosen.isEmpty() ? "" : visit.to(Address.coverage()).place("files"),
        unsearchable(coverage, chosen, visit),
        coverage.files().stream().map(file -> file(file, visit)).toList(),
        Pager.of(question.page(), Math.ceilDiv(coverage.total(), question.size()), here),
        api.without("page").without("size").with("format", "csv").toString(),
        api.toString());
  }

  private static int searchable(Coverage coverage) {
    return coverage.states().entrySet().stream()
        .filter(each -> each.getKey().whole())
        .mapToInt(each -> each.getValue().files())
        .sum();
  }

  private static String unsearchable(
      Coverage coverage, Set<AttachmentState> chosen, RequestContext visit) {
    Address list = visit.to(Address.coverage());
    Set<AttachmentState> wanted = EnumSet.noneOf(AttachmentState.class);
    for (AttachmentState state : coverage.states().keySet()) {
      if (!state.whole()) {
        wanted.add(state);
        list = list.adding(Facet.STATE.key(), state.key());
      }
    }
    return wanted.isEmpty() || wanted.equals(chosen) ? "" : list.place("files");
  }

  private static List<StateRow> states(
      Coverage coverage, Set<AttachmentState> chosen, RequestContext visit) {
    List<StateRow> rows = new ArrayList<>();
    Messages messages = visit.messages();
    int all = Math.max(1, coverage.all().files());
    AtomicInteger before = new AtomicInteger();
    coverage
        .states()
        .forEach((state, count) -> {
          String key = state.key();
          rows.add(
              new StateRow(
                  key,
                  messages.get("state.name." + key),
                  messages.get("state.meaning." + key),
                  state == AttachmentState.INDEXED ? "" : messages.get("state.cure." + key),
                  100.0 * count.files() / all,
                  100.0 * before.getAndAdd(count.files()) / all,
                  messages.percent(count.files(), all),
                  messages.number(count.files()),
                  messages.number(count.pages()),
                  visit.to(Address.coverage()).with(Facet.STATE.key(), key).place("files"),
                  visit.to(Address.of("")).with(Facet.STATE.key(), key).toString(),
                  chosen.contains(state)));
        });
    return List.copyOf(rows);
  }

  private static FileRow file(CoverageFile file, RequestContext visit) {
    String state = file.stored().summary().state().key();
    return new FileRow(
        file.title(),
        visit.to(Address.process(file.processId())).toString(),
        state,
        visit.messages().get("state.name." + state),
        AttachmentView.of(file.stored(), file.processId(), visit));
  }
}
