package it.lente.engine;

import it.lente.record.Attachment;
import it.lente.record.TextSummary;

/** An attachment and what became of its text. */
public record StoredAttachment(Attachment attachment, TextSummary summary) {}
