package it.lente.extract.reading;

import it.lente.extract.reading.frame.EmbeddedFile;
import it.lente.extract.reading.frame.EmbeddedFiles;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageText;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.record.TextPart;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Combines the texts and states of a file and of the files inside it. */
final class ArchiveText {

  private static final Set<AttachmentState> READ =
      EnumSet.of(AttachmentState.INDEXED, AttachmentState.OCR, AttachmentState.PARTIAL);

  /** States of files without text, in which nothing can be missing. */
  private static final Set<AttachmentState> BLANK =
      EnumSet.of(AttachmentState.NO_TEXT, AttachmentState.EMPTY);

  /** States of a file in which nothing could be read. The first that applies is used. */
  private static final List<AttachmentState> WORST_FIRST =
      List.of(
          AttachmentState.FAILED,
          AttachmentState.ENCRYPTED,
          AttachmentState.NEEDS_OCR,
          AttachmentState.UNSUPPORTED,
          AttachmentState.NO_TEXT,
          AttachmentState.EMPTY);

  private static final int NAMES = 5;

  private final AttachmentText own;
  private final EmbeddedFiles members;
  private final List<PageText> pages = new ArrayList<>();
  private final List<TextPart> parts = new ArrayList<>();

  private ArchiveText(AttachmentText own, EmbeddedFiles members) {
    this.own = own;
    this.members = members;
  }

  /** Combines the text of the file itself with those of its members. */
  static AttachmentText of(AttachmentText own, EmbeddedFiles members) {
    return members.all().isEmpty() && members.losses().isEmpty()
        ? own
        : new ArchiveText(own, members).text();
  }

  private AttachmentText text() {
    pages.addAll(own.pages());
    members.all().forEach(this::append);
    AttachmentState state = state();
    TextSummary summary =
        new TextSummary(
            state, reasons(state), own.summary().mediaType(), unit(), pages.size(), parts);
    return new AttachmentText(summary, pages, own.info());
  }

  private void append(EmbeddedFile member) {
    TextSummary inside = member.text().summary();
    int before = pages.size();
    for (PageText page : member.text().pages()) {
      pages.add(member.outerPage(page, pages.size() + 1));
    }
    int ownPages = member.text().pages().size();
    for (TextPart part : inside.parts()) {
      ownPages -= part.count();
    }
    parts.add(part(member.name(), inside, ownPages == 0 ? 0 : before + 1, ownPages));
    for (TextPart part : inside.parts()) {
      parts.add(
          new TextPart(
              member.name() + "/" + part.name(),
              part.state(),
              part.reasons(),
              part.mediaType(),
              part.unit(),
              part.count() == 0 ? 0 : before + part.first(),
              part.count()));
    }
  }

  private static TextPart part(String name, TextSummary inside, int first, int count) {
    return new TextPart(
        name, inside.state(), inside.reasons(), inside.mediaType(), inside.unit(), first, count);
  }

  private AttachmentState state() {
    List<AttachmentState> states = new ArrayList<>();
    members.all().forEach(member -> states.add(member.text().summary().state()));
    states.add(own.summary().state());
    if (states.stream().noneMatch(READ::contains)) {
      // For a document with pages its own state counts, whatever is enclosed.
      return !own.pages().isEmpty()
          ? own.summary().state()
          : states.stream().min(Comparator.comparingInt(WORST_FIRST::indexOf)).orElseThrow();
    }
    if (!members.losses().isEmpty() || states.stream().anyMatch(ArchiveText::isLoss)) {
      return AttachmentState.PARTIAL;
    }
    return states.contains(AttachmentState.OCR) ? AttachmentState.OCR : AttachmentState.INDEXED;
  }

  private static boolean isLoss(AttachmentState state) {
    return state == AttachmentState.PARTIAL || (!READ.contains(state) && !BLANK.contains(state));
  }

  private List<Reason> reasons(AttachmentState state) {
    List<Reason> reasons = new ArrayList<>();
    if (BLANK.contains(state) && own.pages().isEmpty()) {
      reasons.add(ReasonCode.NO_TEXT_INSIDE.with(members.all().size()));
    } else if (!BLANK.contains(own.summary().state()) || BLANK.contains(state)) {
      reasons.addAll(own.summary().reasons());
    }
    reasons.addAll(members.losses());
    reasons.addAll(lost(member -> !READ.contains(member), ReasonCode.NOT_READ));
    reasons.addAll(lost(AttachmentState.PARTIAL::equals, ReasonCode.READ_IN_PART));
    return reasons;
  }

  /** Returns which members have a state, how many and why, those with the same reasons together. */
  private List<Reason> lost(Predicate<AttachmentState> fate, ReasonCode what) {
    Map<List<Reason>, List<String>> namesByReason = new LinkedHashMap<>();
    int lost = 0;
    for (EmbeddedFile member : members.all()) {
      TextSummary summary = member.text().summary();
      if (isLoss(summary.state()) && fate.test(summary.state())) {
        lost++;
        List<Reason> why =
            summary.parts().isEmpty()
                ? summary.reasons()
                : List.of(ReasonCode.FOR_ITS_FILES.with());
        namesByReason.computeIfAbsent(why, w -> new ArrayList<>()).add(member.name());
      }
    }
    List<Reason> named = new ArrayList<>();
    namesByReason.forEach(
        (why, names) -> named.add(Reason.of(ReasonCode.FILES, names, NAMES, why)));
    return lost == 0 ? List.of() : List.of(what.with(lost, members.all().size(), named));
  }

  private TextUnit unit() {
    if (!own.pages().isEmpty()) {
      return own.summary().unit();
    }
    List<TextUnit> units =
        members.all().stream()
            .map(member -> member.text().summary())
            .filter(summary -> summary.pageCount() > 0)
            .map(TextSummary::unit)
            .distinct()
            .toList();
    return units.size() == 1 ? units.getFirst() : TextUnit.SECTION;
  }
}
