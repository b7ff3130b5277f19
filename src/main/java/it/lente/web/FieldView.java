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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** A line of a text without the white space around it. */
  private static final Pattern PARAGRAPH = Pattern.compile("\\S(?:.*\\S)?");

  /**
   * A paragraph or a value.
   *
   * @param processes the address of all processes with this value, the empty string if there is
   *     none
   */
  record Line(List<AutoLink> pieces, String processes) {}

  record Section(String title, List<FieldView> fields) {}

  /** Reads the fields of a record for people, in the order in which the page shows them. */
  record FieldReader(ProcessRecord record, RequestContext visit, RecordText.WordMarker marker) {

    /** Returns a field that says something, empty if the record has none. */
    Optional<FieldView> said(RecordField field) {
      return Optional.ofNullable(record.fields().get(field))
          .filter(value -> !value.declaredAbsent())
          .map(value -> view(field, value));
    }

    /** Returns the other fields by section, without empty sections. */
    List<Section> sections() {
      Messages messages = visit.messages();
      Map<Group, List<FieldView>> groups = new EnumMap<>(Group.class);
      for (Group group : Group.values()) {
        record
            .fields()
            .forEach((field, value) -> {
              if (field.group() == group && group != Group.TITLE && !isStory(field, value)) {
                groups.computeIfAbsent(group, any -> new ArrayList<>()).add(view(field, value));
              }
            });
      }
      List<Section> sections = new ArrayList<>();
      groups.forEach((group, fields) ->
          sections.add(new Section(messages.get("group." + group.key()), fields)));
      if (!record.other().isEmpty()) {
        sections.add(
            new Section(
                messages.get("process.other"), record.other().stream().map(this::view).toList()));
      }
      return List.copyOf(sections);
    }

    private static boolean isStory(RecordField field, FieldValue value) {
      return RecordText.STORY.contains(field) && !value.declaredAbsent();
    }

    private FieldView view(OtherField field) {
      String whole = field.label() + "\n" + field.value();
      List<Line> lines = paragraphs(whole, field.label().length() + 1);
      marker.endOf(field.label());
      return new FieldView(field.label(), lines);
    }

    private FieldView view(RecordField field, FieldValue value) {
      String label = visit.messages().field(field.key());
      List<Line> lines =
          value.declaredAbsent()
              ? List.of()
              : field.kind() == RecordField.Kind.PROSE
                  ? paragraphs(value.asWritten(), 0)
                  : values(field, value);
      marker.endOf(label);
      return new FieldView(label, lines);
    }

    private List<Line> paragraphs(String whole, int start) {
      List<Line> lines = new ArrayList<>();
      Matcher paragraph = PARAGRAPH.matcher(whole);
      while (paragraph.find()) {
        if (paragraph.start() >= start) {
          List<AutoLink> pieces = AutoLink.in(paragraph.group());
          lines.add(new Line(marker.part(pieces, whole, paragraph.start()), ""));
        }
      }
      return List.copyOf(lines);
    }

    private List<Line> values(RecordField field, FieldValue value) {
      List<Line> lines = new ArrayList<>();
      String whole = value.asWritten();
      int from = 0;
      for (String each : value.values()) {
        String text = written(field, each, visit.messages());
        int at = whole.indexOf(text, from);
        String processes = processes(field, each);
        List<AutoLink> pieces = processes.isEmpty() ? AutoLink.in(text) : AutoLink.plainly(text);
        lines.add(new Line(at < 0 ? pieces : marker.part(pieces, whole, at), processes));
        from = Math.max(from, at < 0 ? 0 : at + text.length());
      }
      return List.copyOf(lines);
    }

    private String processes(RecordField field, String value) {
      return Optional.ofNullable(FACETS.get(field))
          .filter(facet -> facet.valuesOf(record, List.of()).contains(value))
          .map(facet -> visit.to(Address.of("")).with(facet.key(), value).toString())
          .orElse("");
    }
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
