package it.lente.source;

import it.lente.record.Origin;
import it.lente.record.ReasonCode;
import it.lente.record.RecordField;
import it.lente.record.RecordField.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a scheda: a title, then labels on lines of their own with their values below. The compact
 * layout and the one with a blank line between all lines are read alike: blank lines only separate
 * the paragraphs of a value.
 */
final class SchedaParser {

  /** Kinds with so few possible values that another line must be something else. */
  private static final Set<Kind> CLOSED =
      EnumSet.complementOf(EnumSet.of(Kind.PROSE, Kind.LINE, Kind.KEYWORDS));

  private final List<SchedaLine> lines;
  private final RecordDraft draft;
  private Optional<Entry> open = Optional.empty();

  private SchedaParser(List<SchedaLine> lines, RecordDraft draft) {
    this.lines = lines;
    this.draft = draft;
  }

  /** A label and the lines below it; the label of no field is kept with its text. */
  private record Entry(
      Heading heading, Optional<RecordField> field, String label, int line, List<String> texts) {

    private static final Pattern GAPS = Pattern.compile("\n{3,}");

    private enum Heading {
      FIELD,
      SECTION,
      UNKNOWN,
      NONE
    }

    static Entry of(Heading heading, SchedaLine line) {
      return new Entry(heading, line.field(), line.text(), line.number(), new ArrayList<>());
    }

    static Entry unlabelled(SchedaLine line) {
      return new Entry(
          Heading.NONE, Optional.empty(), SchedaLabels.NONE, line.number(), new ArrayList<>());
    }

    boolean empty() {
      return texts.stream().allMatch(String::isEmpty);
    }

    /** Returns the lines, with at most one blank line between two of them and none at the ends. */
    String text() {
      String text = GAPS.matcher(String.join("\n", texts)).replaceAll("\n\n");
      return Spelling.stripped(text);
    }
  }

  /** Returns a draft, without a title if the text has none. Refuses text without a known line. */
  static RecordDraft parse(String text, String file, Findings findings)
      throws UnusableFileException {
    List<SchedaLine> lines = SchedaLine.of(text);
    if (lines.stream().allMatch(SchedaParser::ordinary)) {
      throw new UnusableFileException(ReasonCode.NO_LABELS);
    }
    RecordDraft draft = new RecordDraft(new Origin(file, 1), findings);
    int start = SchedaHead.read(lines, draft);
    new SchedaParser(lines, draft).body(start);
    return draft;
  }

  private static boolean ordinary(SchedaLine line) {
    return line.is(SchedaLine.Role.TEXT) || line.is(SchedaLine.Role.BLANK);
  }

  private void body(int start) {
    for (int i = start; i < lines.size(); i++) {
      SchedaLine line = lines.get(i);
      switch (isValue(line, i) ? SchedaLine.Role.TEXT : line.role()) {
        case BLANK -> open.ifPresent(entry -> entry.texts().add(""));
        case CALL_TO_ACTION -> {}
        case SECTION -> begin(Entry.of(Entry.Heading.SECTION, line));
        case LABEL -> begin(Entry.of(Entry.Heading.FIELD, line));
        case INLINE_DATE -> inlineDate(line);
        case TEXT -> text(line, i);
      }
    }
    close();
  }

  /**
   * Returns whether a word of the territory, for example «Comune», is the value of the label above
   * it: it is directly below an empty label of another group and has no text below.
   */
  private boolean isValue(SchedaLine line, int index) {
    return line.field().filter(SchedaParser::ofTerritory).isPresent()
        && !followedByText(index)
        && open.filter(Entry::empty)
            .flatMap(Entry::field)
            .filter(field -> !ofTerritory(field))
            .filter(field -> field.kind() == Kind.KEYWORDS || field.kind() == Kind.LINE)
            .isPresent();
  }

  /** Labels so common that they are also values, as «Comune» among the holders of a decision. */
  private static boolean ofTerritory(RecordField field) {
    return field.group() == RecordField.Group.TERRITORY;
  }

  private boolean followedByText(int index) {
    return lines.subList(index + 1, lines.size()).stream()
        .filter(line -> !line.is(SchedaLine.Role.BLANK))
        .findFirst()
        .filter(line -> line.is(SchedaLine.Role.TEXT))
        .isPresent();
  }

  private void text(SchedaLine line, int index) {
    if (open.isEmpty()) {
      begin(Entry.unlabelled(line));
    } else if (!takes(open.get(), line.text(), index)) {
      if (line.text().length() <= SchedaLabels.LONGEST) {
        begin(Entry.of(Entry.Heading.UNKNOWN, line));
        return;
      }
      begin(Entry.unlabelled(line));
    }
    open.get().texts().add(line.text());
  }

  private boolean takes(Entry entry, String text, int index) {
    Optional<RecordField> closed = entry.field().filter(field -> CLOSED.contains(field.kind()));
    if (closed.isEmpty()) {
      return true;
    }
    RecordField field = closed.get();
    if (!entry.empty()) {
      return Vocabulary.known(field, text).isPresent();
    }
    // A single unsuitable line is a bad value; with text below, it is a label itself.
    return FieldParser.read(field, text).isPresent()
        || !followedByText(index)
        || text.length() > SchedaLabels.LONGEST;
  }

  private void inlineDate(SchedaLine line) {
    close();
    String date = SchedaLabels.inlineDate(line.text()).orElse("");
    if (date.isEmpty()) {
      begin(Entry.of(Entry.Heading.FIELD, line));
    } else {
      draft.put(RecordField.LAST_MODIFIED, date, line.number());
    }
  }

  private void begin(Entry entry) {
    close();
    open = Optional.of(entry);
  }

  private void close() {
    open.ifPresent(this::keep);
    open = Optional.empty();
  }

  private void keep(Entry entry) {
    String text = entry.text();
    switch (entry.heading()) {
      case FIELD -> {
        if (!text.isEmpty()) {
          entry.field().ifPresent(field -> draft.put(field, text, entry.line()));
        }
      }
      case SECTION -> {
        if (!text.isEmpty()) {
          draft.other(entry.label(), text);
        }
      }
      case UNKNOWN -> draft.unknown(entry.label(), text);
      case NONE -> {
        draft.other(entry.label(), text);
        draft.problem(entry.line(), ReasonCode.WITHOUT_LABEL.with(RecordDraft.shortened(text)));
      }
    }
  }
}
