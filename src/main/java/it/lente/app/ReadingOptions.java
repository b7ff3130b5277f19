package it.lente.app;

import it.lente.extract.OwnerLocked;
import picocli.CommandLine.Option;

/** The options of every command that reads files. */
final class ReadingOptions {

  @Option(
      names = "--owner-locked",
      paramLabel = "read|refuse",
      description = {
        "documents whose owner forbids copying from them: read searches them like",
        "others, refuse leaves their text out and says so (default: read)"
      })
  OwnerLocked ownerLocked = OwnerLocked.READ;

  @Option(
      names = "--ocr",
      paramLabel = "now|later|off",
      description = {
        "pictures of text: recognise them now, after all else is searchable, leave",
        "them to a later run, or switch recognition off (default: now)"
      })
  Ocr ocr = Ocr.NOW;

  @Option(
      names = "--allow-removals",
      description = {
        "remove processes and attachments that have gone even if they are all, or more",
        "than 10 and a tenth; without it they stay, for a disk may be missing"
      })
  boolean allowRemovals;
}
