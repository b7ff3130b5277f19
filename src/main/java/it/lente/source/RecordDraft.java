package it.lente.source;

import it.lente.record.FieldValue;
import it.lente.record.Origin;
import it.lente.record.OtherField;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.record.RecordField;
import it.lente.record.TreePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The data of one process in its source, before anything is derived from it. */
final class RecordDraft {

  private final Origin origin;
  private final Findings findings;
  private final Map<RecordField, FieldValue> fields = new EnumMap<>(RecordField.class);
  private final List<OtherField> other = new ArrayList<>();
  private final List<TreePath> places = new ArrayList<>();
  private final List<ManifestEntry> attachments = new ArrayList<>();
  private final List<Supplier<SourceProblem>> remarks = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private Optional<String> id = Optional.empty();
  private String within = "";

  RecordDraft(Origin origin, Findings findings) {
    this.origin = origin;
    this.findings = findings;
  }

  /** Parses a text as the field's kind of value. Unsuitable text is kept outside the fields. */
  void put(RecordField field, String text, int line) {
    Optional<FieldValue> value = FieldParser.read(field, text);
    if (value.isPresent()) {
      put(field, value.get(), line);
    } else {
      other.add(new OtherField(field.sourceLabel(), text));
      problem(
          line,
          ReasonCode.NOT_OF_KIND.with(
              shortened(text), field.sourceLabel(), FieldParser.expected(field.kind()).with()));
    }
  }

  /** Keeps both values of a field that is named twice, or the first if only one can be true. */
  void put(RecordField field, FieldValue value, int line) {
    FieldValue known = fields.putIfAbsent(field, value);
    if (known == null || known.asWritten().equals(value.asWritten())) {
      return;
    }
    if (known.declaredAbsent()) {
      fields.put(field, value);
      second(field, known, line);
    } else if (value.declaredAbsent() || field == RecordField.TITLE) {
      second(field, value, line);
    } else {
      switch (field.kind()) {
        case KEYWORDS, VOCABULARY -> fields.put(field, union(known, value));
        case PROSE, LINE -> fields.put(field, FieldValue.of(joined(known, value)));
        default -> second(field, value, line);
      }
    }
  }

  private void second(RecordField field, FieldValue unused, int line) {
    other.add(new OtherField(field.sourceLabel(), unused.asWritten()));
    problem(line, ReasonCode.TWICE.with(field.sourceLabel(), shortened(unused.asWritten())));
  }

  void other(String label, String value) {
    other.add(new OtherField(label, value));
  }

  void unknown(String label, String value) {
    other(label, value);
    unknown.add(label);
  }

  void problem(int line, Reason reason) {
    String at = within;
    remarks.add(() -> problem(line, at, reason));
  }

  /** Reports that the record is lost. */
  void refuse(int line, Reason reason) {
    findings.refusal(problem(line, within, reason));
  }

  /** Reports the problems of a record that is used. Problems of an unused record are dropped. */
  void report() {
    remarks.forEach(remark -> findings.problem(remark.get()));
    unknown.forEach(findings::unknownLabel);
  }

  /** In JSON, sets the position in the line of the text read next, counted from 1. */
  void at(int position) {
    at("position " + position);
  }

  /** Names the part of the line that is read next; empty if it is the whole line. */
  void at(String part) {
    within = part;
  }

  private SourceProblem problem(int line, String part, Reason reason) {
    String record = id.map(own -> ", record «" + own + "»").orElse("");
    String place = part.isEmpty() ? "" : part + record;
    return new SourceProblem(origin.file(), line, place, reason);
  }

  void id(String own) {
    id = Optional.of(own);
  }

  void place(TreePath path) {
    places.add(path);
  }

  void attachment(ManifestEntry entry) {
    attachments.add(entry);
  }

  Origin origin() {
    return origin;
  }

  Optional<String> id() {
    return id;
  }

  Map<RecordField, FieldValue> fields() {
    return Collections.unmodifiableMap(fields);
  }

  List<OtherField> other() {
    return Collections.unmodifiableList(other);
  }

  /** Returns the places stated by the source, none if they are to be derived. */
  List<TreePath> places() {
    return Collections.unmodifiableList(places);
  }

  List<ManifestEntry> attachments() {
    return Collections.unmodifiableList(attachments);
  }

  List<String> values(RecordField field) {
    FieldValue value = fields.get(field);
    return value == null ? List.of() : value.values();
  }

  Optional<String> first(RecordField field) {
    return values(field).stream().findFirst();
  }

  /** Returns as much of a text as is needed to find it again. */
  static String shortened(String text) {
    String line = text.replace('\n', ' ');
    return line.length() <= 60 ? line : line.substring(0, 59) + "…";
  }

  private static FieldValue union(FieldValue first, FieldValue second) {
    Set<String> values = new LinkedHashSet<>(first.values());
    values.addAll(second.values());
    return new FieldValue(List.copyOf(values), joined(first, second));
  }

  private static String joined(FieldValue first, FieldValue second) {
    return first.asWritten() + "\n" + second.asWritten();
  }
}
