package it.lente.app;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be set by an option, a variable or a line of lente.properties. */
enum Setting {
  RECORDS,
  ATTACHMENTS,
  INDEX,
  SYNONYMS,
  PORT,
  NO_INDEX,
  NO_WATCH,
  OWNER_LOCKED,
  OCR,
  TIMEOUT,
  BRAND;

  /** Variables that begin like settings and are read by the launcher. */
  static final Set<String> LAUNCHER = Set.of("LENTE_JAVA");

  static final String PREFIX = "LENTE_";

  /** The name in lente.properties: «no-index». */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name on the command line: «--no-index». */
  String option() {
    return "--" + key();
  }

  /** The name of the variable: «LENTE_NO_INDEX». */
  String variable() {
    return PREFIX + name();
  }

  static Optional<Setting> byKey(String key) {
    return Stream.of(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }

  static Optional<Setting> byVariable(String variable) {
    return Stream.of(values()).filter(setting -> setting.variable().equals(variable)).findFirst();
  }
}
