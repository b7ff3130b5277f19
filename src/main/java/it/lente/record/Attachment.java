package it.lente.record;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A file that belongs to a record.
 *
 * @param id stable in addresses: a slug of the file name and six hex digits of the SHA-256 of
 *     {@code file}
 * @param file its path below {@code attachments/<record id>/}, separated by slashes
 * @param title for people: from the manifest, else the file name
 */
public record Attachment(
    String id, String file, String title, Optional<String> url, Optional<LocalDate> date) {}
