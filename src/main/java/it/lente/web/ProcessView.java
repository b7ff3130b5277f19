package it.lente.web;

import it.lente.engine.AttachmentHit;
import it.lente.engine.SimilarProcess;
import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
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
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A whole process.
 *
 * @param count «8 occorrenze negli allegati», the empty string without a question
 * @param similar other processes that are about the same
 */
record ProcessView(
    Frame frame,
    String q,
    Facts facts,
    List<GroupView> groups,
    List<FieldView> other,
    List<AttachmentView> attachments,
    String count,
    List<SimilarView> similar,
    String json) {

  /**
   * Another process that is about the same.
   *
   * @param years «2019-2021», the empty string if none is known
   * @param because «In comune: orti, compost, Lazio»
   */
  record SimilarView(String title, String address, String years, String because) {}

  record GroupView(String title, List<FieldView> fields) {}

  /**
   * A field for people.
   *
   * @param lines paragraphs, or values; none where the source says that it does not know
   * @param links whether the lines are addresses to go to
   */
  record FieldView(String label, List<String> lines, boolean links) {}

  /**
   * Puts a page together.
   *
   * @param counts of each attachment where its occurrences are, nothing without a question
   */
  static ProcessView of(
      StoredProcess stored,
      Visit visit,
      Function<StoredAttachment, Optional<AttachmentHit.PageCounts>> counts,
      List<SimilarProcess> similar) {
    ProcessRecord record = stored.record();
    Texts texts = visit.texts();
    List<AttachmentHit> hits =
        stored.attachments().stream()
            .map(each -> new AttachmentHit(each, counts.apply(each), List.of()))
            .toList();
    int occurrences =
        hits.stream()
            .flatMap(hit -> hit.hits().stream())
            .mapToInt(AttachmentHit.PageCounts::occurrences)
            .sum();
    boolean asked = hits.stream().anyMatch(hit -> hit.hits().isPresent());
    Frame frame =
        Frame.of(visit, record.title())
            .below(texts.get("results.back"), visit.asking(Address.of("")));
    return new ProcessView(
        visit.q().isEmpty() ? frame : frame.notIndexed(),
        visit.q(),
        Facts.of(record.status(), record.derived(), texts),
        groups(record, texts),
        record.other().stream().map(ProcessView::other).toList(),
        hits.stream().map(hit -> AttachmentView.of(hit, record.id(), visit)).toList(),
        asked ? texts.get("process.hits", occurrences) : "",
        similar.stream().map(each -> similar(each, visit)).toList(),
        Address.of("api", "v1", "processes", record.id()).toString());
  }

  private static SimilarView similar(SimilarProcess similar, Visit visit) {
    Texts texts = visit.texts();
    return new SimilarView(
        similar.card().title(),
        visit.to(Address.process(similar.card().id())).toString(),
        FacetView.dashed(similar.card().derived().years().toString()),
        texts.get("process.similar.because", String.join(", ", shared(similar, texts))));
  }

  private static List<String> shared(SimilarProcess similar, Texts texts) {
    return similar.because().stream()
        .map(each -> each.facet().map(facet -> texts.label(facet, each.text())).orElse(each.text()))
        .distinct()
        .toList();
  }

  private static List<GroupView> groups(ProcessRecord record, Texts texts) {
    Map<Group, List<FieldView>> groups = new EnumMap<>(Group.class);
    record
        .fields()
        .forEach((field, value) -> {
          if (field.group() != Group.TITLE) {
            groups
                .computeIfAbsent(field.group(), group -> new ArrayList<>())
                .add(field(field, value, texts));
          }
        });
    return groups.entrySet().stream()
        .map(entry -> new GroupView(entry.getKey().label(texts.language()), entry.getValue()))
        .toList();
  }

  private static FieldView other(OtherField field) {
    return new FieldView(field.label(), paragraphs(field.value()), false);
  }

  private static FieldView field(RecordField field, FieldValue value, Texts texts) {
    List<String> lines =
        value.declaredAbsent()
            ? List.of()
            : field.kind() == RecordField.Kind.PROSE
                ? paragraphs(value.asWritten())
                : value.values().stream().map(each -> written(field, each, texts)).toList();
    boolean links =
        field.kind() == RecordField.Kind.LINK
            && lines.stream().allMatch(line -> line.matches("https?://\\S+"));
    return new FieldView(field.label(texts.language()), lines, links);
  }

  private static List<String> paragraphs(String text) {
    return Stream.of(text.split("\\R")).map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String written(RecordField field, String value, Texts texts) {
    return switch (field.kind()) {
      case DATE -> texts.date(LocalDate.parse(value));
      case AMOUNT -> texts.euro(value);
      case PERCENT -> texts.decimal(value) + "%";
      case YES_NO -> texts.get("answer." + value);
      case VOCABULARY -> field == RecordField.STATUS ? texts.status(value) : value;
      default -> value;
    };
  }
}
