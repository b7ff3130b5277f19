package it.lente.extract.workers;

import it.lente.extract.judging.PageStates;
import it.lente.extract.judging.PictureCoverage;
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

/** Collects what workers have sent about a file, and makes a text of it even if not complete. */
final class PartialResult {

  private static final String UNKNOWN_TYPE = "application/octet-stream";

  /** A page and its size in bytes as sent. */
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

  /** Returns the size of all the pages. */
  long bytes() {
    return bytes;
  }

  /** Returns the pages that ended a worker, each with the reason. */
  Map<Integer, Reason> fatal() {
    Map<Integer, Reason> fatal = new LinkedHashMap<>();
    losses.forEach((page, loss) -> fatal.put(page, loss.reason()));
    fatal.remove(0);
    return fatal;
  }

  /** Records that a worker failed, on the page that it had begun, if any. */
  void lost(WorkerFailure loss) {
    last = Optional.of(loss);
    losses.put(loss.ofThePage() ? inHand : 0, loss);
    inHand = 0;
  }

  /** Returns whether another worker may get further. */
  boolean again() {
    return last.filter(WorkerFailure::again).isPresent();
  }

  /** Returns whether the file itself is the reason why not all of it was read. */
  boolean ofTheFile() {
    return last.filter(WorkerFailure::ofTheFile).isPresent();
  }

  /** Returns all that the last worker sent of a file that it read to the end. */
  AttachmentText whole(WorkerMessage.Done done) {
    // An earlier worker may have counted differently: its pages after the end are dropped.
    List<PageText> read =
        pages.headMap(done.summary().pageCount(), true).values().stream()
            .map(held -> held.page().page())
            .toList();
    return new AttachmentText(done.summary(), read, done.info());
  }

  /** Returns the part that was read of a file that no worker could read to the end. */
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
