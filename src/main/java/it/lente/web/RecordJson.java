package it.lente.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredAttachment.About;
import it.lente.engine.StoredProcess;
import it.lente.messages.Messages;
import it.lente.messages.ReasonText;
import it.lente.record.Attachment;
import it.lente.record.FieldValue;
import it.lente.record.OtherField;
import it.lente.record.ProcessRecord;
import it.lente.record.Reason;
import it.lente.record.RecordField;
import it.lente.record.TextPart;
import it.lente.record.TextSummary;
import it.lente.record.TreePath;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A whole process in the API. */
record RecordJson(
    String id,
    String title,
    String status,
    ListJson.YearsJson years,
    List<String> places,
    List<String> themes,
    Map<String, FieldJson> fields,
    List<OtherField> other,
    List<AttachmentJson> attachments,
    OriginJson origin,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String outdated,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ReasonJson> outdatedReasons) {

  /**
   * One field of a record.
   *
   * @param values empty if the source names the field and states that it has no value
   * @param text as the source writes it
   */
  record FieldJson(String label, List<String> values, String text) {}

  /**
   * A reason, for programs.
   *
   * @param arguments numbers and names, in the order of the sentence
   * @param causes the reasons that the sentence quotes
   */
  record ReasonJson(
      String code,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Object> arguments,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ReasonJson> causes) {

    static List<ReasonJson> all(List<Reason> reasons) {
      return reasons.stream()
          .map(reason ->
              new ReasonJson(reason.code().key(), reason.arguments(), all(reason.causes())))
          .toList();
    }
  }

  record OriginJson(String file, int line) {}

  record AttachmentJson(
      String id,
      String title,
      String file,
      String url,
      LocalDate date,
      String unit,
      int pages,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> pageStates,
      String state,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String reason,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ReasonJson> reasons,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String mediaType,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String language,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PartJson> parts,
      @JsonInclude(JsonInclude.Include.NON_NULL) About about,
      String address) {

    static AttachmentJson of(String process, StoredAttachment stored, RequestContext visit) {
      Attachment attachment = stored.attachment();
      TextSummary summary = stored.summary();
      Map<String, Integer> pageStates = new LinkedHashMap<>();
      stored.pages().forEach((state, count) -> pageStates.put(state.key(), count));
      return new AttachmentJson(
          attachment.id(),
          attachment.title(),
          attachment.file(),
          attachment.url().orElse(null),
          attachment.date().orElse(null),
          summary.unit().key(),
          summary.pageCount(),
          pageStates,
          summary.state().key(),
          ReasonText.of(summary.reasons(), visit.messages()),
          ReasonJson.all(summary.reasons()),
          summary.mediaType(),
          summary.language(),
          summary.parts().stream().map(part -> PartJson.of(part, visit.messages())).toList(),
          stored.about().saysNothing() ? null : stored.about(),
          visit.below(Address.original(process, attachment.file())).toString());
    }
  }

  /**
   * A file inside an attachment.
   *
   * @param first the attachment's unit with which it begins, absent if it has none
   */
  record PartJson(
      String name,
      String state,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String reason,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ReasonJson> reasons,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String mediaType,
      String unit,
      Integer first,
      int count) {

    static PartJson of(TextPart part, Messages messages) {
      return new PartJson(
          part.name(),
          part.state().key(),
          ReasonText.of(part.reasons(), messages),
          ReasonJson.all(part.reasons()),
          part.mediaType(),
          part.unit().key(),
          part.first() == 0 ? null : part.first(),
          part.count());
    }
  }

  static RecordJson of(StoredProcess stored, RequestContext visit) {
    Messages messages = visit.messages();
    ProcessRecord record = stored.record();
    Map<String, FieldJson> fields = new LinkedHashMap<>();
    record
        .fields()
        .forEach((field, value) -> fields.put(field.key(), field(field, value, messages)));
    return new RecordJson(
        record.id(),
        record.title(),
        record.status(),
        ListJson.YearsJson.of(record.derived().years()),
        record.derived().places().stream().map(TreePath::value).toList(),
        record.derived().themes().stream().map(TreePath::value).toList(),
        fields,
        record.other(),
        stored.attachments().stream()
            .map(each -> AttachmentJson.of(record.id(), each, visit))
            .toList(),
        new OriginJson(record.origin().file(), record.origin().line()),
        ReasonText.of(stored.outdated(), messages),
        ReasonJson.all(stored.outdated()));
  }

  private static FieldJson field(RecordField field, FieldValue value, Messages messages) {
    return new FieldJson(messages.field(field.key()), value.values(), value.asWritten());
  }
}
