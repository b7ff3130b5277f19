package it.lente.web;

import it.lente.messages.Messages;
import it.lente.record.Facet;
import it.lente.record.FieldValue;
import it.lente.record.OtherField;
import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import it.lente.record.RecordField.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field of a record for people.
 *
 * @param lines paragraphs, or values; empty if the source states that there is none
 */
record FieldView(String label, List<Line> lines) {

  /** The fields that are also facets. */
  private static final Map<RecordField, Facet> FACETS =
      Stream.of(Facet.values())
          .filter(facet -> facet.field().isPresent() && facet.closedList().isEmpty())
          .collect(Collectors.toMap(facet -> facet.field().get(), facet -> facet));

  /**
   * A paragraph or a value.
   *
   * @param processes the address of all processes with this value, the empty string if there is
   *     none
   */
  record Line(List<AutoLink> pieces, String processes) {

    static Line of(String text) {
      return new Line(AutoLink.in(text), "");
    }
  }

  record Section(String title, List<FieldView> fields) {}

  /** Returns the sections of a record in their order, without empty ones. */
  static List<Section> sections(ProcessRecord record, RequestContext visit) {
    Messages messages = visit.messages();
    Map<Group, List<FieldView>> groups = new EnumMap<>(Group.class);
    record
        .fields()
        .forEach((field, value) -> {
          if (field.group() != Group.TITLE) {
            groups
                .computeIfAbsent(field.group(), group -> new ArrayList<>())
                .add(of(field, value, record, visit));
          }
        });
    List<Section> sections = new ArrayList<>();
    groups.forEach(
        (group, fields) -> sections.add(new Section(messages.get("group." + group.key()), fields)));
    if (!record.other().isEmpty()) {
      sections.add(
          new Section(
              messages.get("process.other"), record.other().stream().map(FieldView::of).toList()));
    }
    return List.copyOf(sections);
  }

  private static FieldView of(OtherField field) {
    return new FieldView(field.label(), paragraphs(field.value()));
  }

  private static FieldView of(
      RecordField field, FieldValue value, ProcessRecord record, RequestContext visit) {
    List<Line> lines =
        value.declaredAbsent()
            ? List.of()
            : field.kind() == RecordField.Kind.PROSE
                ? paragraphs(value.asWritten())
                : value.values().stream().map(each -> line(field, each, record, visit)).toList();
    return new FieldView(visit.messages().field(field.key()), lines);
  }

  private static List<Line> paragraphs(String text) {
    return Stream.of(text.split("\\R"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(Line::of)
        .toList();
  }

  private static Line line(
      RecordField field, String value, ProcessRecord record, RequestContext visit) {
    String text = written(field, value, visit.messages());
    return Optional.ofNullable(FACETS.get(field))
        .filter(facet -> facet.valuesOf(record, List.of()).contains(value))
        .map(facet -> visit.to(Address.of("")).with(facet.key(), value).toString())
        .map(processes -> new Line(List.of(AutoLink.plain(text)), processes))
        .orElseGet(() -> Line.of(text));
  }

  private static String written(RecordField field, String value, Messages messages) {
    return switch (field.kind()) {
      case DATE -> messages.date(LocalDate.parse(value));
      case AMOUNT -> messages.euro(value);
      case PERCENT -> messages.percent(value);
      case YES_NO -> messages.get("answer." + value);
      case VOCABULARY -> field == RecordField.STATUS ? messages.label(Facet.STATUS, value) : value;
      default -> value;
    };
  }
}
