package it.lente.web;

import it.lente.engine.ProcessHit;
import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.messages.Messages;
import it.lente.messages.ReasonText;
import it.lente.record.Attachment;
import it.lente.record.ProcessRecord;
import it.lente.record.Reason;
import it.lente.record.TextPart;
import it.lente.record.TextSummary;
import java.time.LocalDate;
import java.util.List;

/** Whole processes and their attachments in the API. */
final class RecordJson {

  private RecordJson() {}

  static JsonObject of(StoredProcess stored, SiteLinks links) {
    ProcessRecord record = stored.record();
    JsonObject fields = new JsonObject();
    record
        .fields()
        .forEach((field, value) ->
            fields.with(
                field.key(),
                new JsonObject()
                    .with("label", links.messages().field(field.key()))
                    .with("values", value.values())
                    .with("text", value.asWritten())));
    return ListJson.card(ProcessHit.Card.of(record))
        .with("fields", fields)
        .with("other", record.other())
        .with(
            "attachments",
            stored.attachments().stream()
                .map(each -> attachment(record.id(), each, links))
                .toList())
        .with("origin", record.origin())
        .withAny("outdated", ReasonText.of(stored.outdated(), links.messages()))
        .withAny("outdatedReasons", reasons(stored.outdated()));
  }

  static JsonObject attachment(String process, StoredAttachment stored, SiteLinks links) {
    Attachment attachment = stored.attachment();
    TextSummary summary = stored.summary();
    JsonObject pageStates = new JsonObject();
    stored.pages().forEach((state, count) -> pageStates.with(state.key(), count));
    return new JsonObject()
        .with("id", attachment.id())
        .with("title", attachment.title())
        .with("file", attachment.file())
        .withAny("url", attachment.url())
        .withAny("date", attachment.date().map(LocalDate::toString))
        .with("unit", summary.unit())
        .with("pages", summary.pageCount())
        .withAny("pageStates", pageStates)
        .with("state", summary.state())
        .withAny("reason", ReasonText.of(summary.reasons(), links.messages()))
        .withAny("reasons", reasons(summary.reasons()))
        .withAny("mediaType", summary.mediaType())
        .withAny("language", summary.language())
        .withAny(
            "parts", summary.parts().stream().map(part -> part(part, links.messages())).toList())
        .withAny("about", stored.about().saysNothing() ? null : stored.about())
        .with("address", links.to(Address.original(process, attachment.file())));
  }

  private static List<JsonObject> reasons(List<Reason> reasons) {
    return reasons.stream()
        .map(reason ->
            new JsonObject()
                .with("code", reason.code())
                .withAny("arguments", reason.arguments())
                .withAny("causes", reasons(reason.causes())))
        .toList();
  }

  /** Returns a file inside an attachment; {@code first} is the unit with which it begins. */
  private static JsonObject part(TextPart part, Messages messages) {
    return new JsonObject()
        .with("name", part.name())
        .with("state", part.state())
        .withAny("reason", ReasonText.of(part.reasons(), messages))
        .withAny("reasons", reasons(part.reasons()))
        .withAny("mediaType", part.mediaType())
        .with("unit", part.unit())
        .withAny("first", part.first())
        .with("count", part.count());
  }
}
