package it.lente.source;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Description of one attachment in a manifest. The file is a checked path below the record's
 * folder, separated by slashes.
 */
record ManifestEntry(
    String file, Optional<String> title, Optional<String> url, Optional<LocalDate> date) {}
