package it.lente.source;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a manifest says of one attachment.
 *
 * @param file checked: a path below the record's folder, parted by slashes
 */
record ManifestEntry(
    String file, Optional<String> title, Optional<String> url, Optional<LocalDate> date) {}
