package it.lente.extract;

import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageShape;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What workers have told of a file so far, and what can be made of it if no more comes. */
final class PartialResult {

  private static final String UNKNOWN_TYPE = "application/octet-stream";

  /** A page and how many bytes it took on the pipe. */
  private record Held(WorkerMessage.Page page, int bytes) {}

  private final TreeMap<Integer, Held> pages = new TreeMap<>();
  private final Map<Integer, WorkerFailure> losses = new LinkedHashMap<>();
  private WorkerMessage.Opened opened = new WorkerMessage.Opened(UNKNOWN_TYPE, TextUnit.SECTION, 0);
  private Optional<WorkerFailure> last = Optional.empty();
  private int inHand;
  private long bytes;

  void opened(WorkerMessage.Opened frame) {
    opened = frame;
  }

  void begun(WorkerMessage.Begun frame) {
    inHand = frame.number();
  }

  void add(WorkerMessage.Page page, int size) {
    inHand = 0;
    Held before = pages.put(page.page().number(), new Held(page, size));
    bytes += size - (before == null ? 0 : before.bytes());
  }

  /** How much all the pages are. */
  long bytes() {
    return bytes;
  }

  /** The pages that a worker did not survive, and why. */
  Map<Integer, Reason> fatal() {
    Map<Integer, Reason> fatal = new LinkedHashMap<>();
    losses.forEach((page, loss) -> fatal.put(page, loss.reason()));
    fatal.remove(0);
    return fatal;
  }

  /** A worker is lost, with the page in its hands if it had begun one. */
  void lost(WorkerFailure loss) {
    last = Optional.of(loss);
    losses.put(loss.ofThePage() ? inHand : 0, loss);
    inHand = 0;
  }

  /** Whether another worker may get further. */
  boolean again() {
    return last.filter(WorkerFailure::again).isPresent();
  }

  /** Whether it is for the file's sake that not all of it was read. */
  boolean ofTheFile() {
    return last.filter(WorkerFailure::ofTheFile).isPresent();
  }

  /** All that the last worker told of a file that it read to the end. */
  AttachmentText whole(WorkerMessage.Done done) {
    // What an earlier worker numbered otherwise comes after the end.
    List<PageText> read =
        pages.headMap(done.summary().pageCount(), true).values().stream()
            .map(held -> held.page().page())
            .toList();
    return new AttachmentText(done.summary(), read, done.info());
  }

  /** What was read of a file that nobody could read to the end. */
  AttachmentText part() {
    List<PageText> read =
        PageStates.judged(
            withoutGaps(),
            page ->
                pages.containsKey(page.number())
                    ? pages.get(page.number()).page().pictured()
                    : PictureCoverage.NOTHING);
    boolean blank = read.stream().allMatch(page -> page.text().isBlank());
    return new AttachmentText(
        new TextSummary(
            blank ? AttachmentState.FAILED : AttachmentState.PARTIAL,
            reasons(),
            opened.mediaType(),
            opened.unit(),
            Math.max(opened.pages(), read.size())),
        read);
  }

  private List<PageText> withoutGaps() {
    List<PageText> read = new ArrayList<>();
    pages.forEach((number, held) -> {
      while (read.size() < number - 1) {
        read.add(new PageText(read.size() + 1, "", "", PageShape.NONE).withState(PageState.FAILED));
      }
      read.add(held.page().page());
    });
    return read;
  }

  private List<Reason> reasons() {
    List<Reason> reasons = new ArrayList<>();
    if (!pages.isEmpty() && pages.size() < opened.pages()) {
      boolean first = pages.lastKey() == pages.size();
      reasons.add(
          (first ? ReasonCode.FIRST_PAGES_ONLY : ReasonCode.SOME_PAGES_ONLY)
              .with(pages.size(), opened.pages()));
    }
    losses.forEach((page, loss) -> {
      if (!pages.containsKey(page)) {
        reasons.add(
            page == 0 ? loss.reason() : Reason.on(opened.unit(), List.of(page), 1, loss.reason()));
      }
    });
    pages.forEach((number, held) -> {
      held.page()
          .problem()
          .ifPresent(why -> reasons.add(Reason.on(TextUnit.PAGE, List.of(number), 1, why)));
    });
    return reasons;
  }
}
