package it.lente.app;

import java.util.Map;
import picocli.CommandLine.Option;

/** The options of every command that has files read. Absent ones are null, as picocli has it. */
final class ReadingOptions {

  @Option(
      names = "--owner-locked",
      paramLabel = "read|refuse",
      description = {
        "documents whose owner forbids copying from them: read searches them like",
        "others, refuse leaves their text out and says so (default: read)"
      })
  private String ownerLocked;

  @Option(
      names = "--ocr",
      paramLabel = "now|later|off",
      description = {
        "pictures of text: recognise them now, after all else is searchable, leave",
        "them to a later run, or switch recognition off (default: now)"
      })
  private String ocr;

  void putInto(Map<Setting, String> given) {
    CollectionOptions.put(given, Setting.OWNER_LOCKED, ownerLocked);
    CollectionOptions.put(given, Setting.OCR, ocr);
  }
}
