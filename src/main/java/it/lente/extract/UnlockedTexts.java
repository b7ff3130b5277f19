package it.lente.extract;

import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.DocumentInfo;
import it.lente.record.ReasonCode;
import it.lente.record.TextSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Texts without those whose owners forbid copying. The store keeps all texts, so the setting can
 * change without another extraction; the version contains it, so the next run indexes anew.
 */
public final class UnlockedTexts implements AttachmentTextSource {

  /** Information about a locked document, whose pages are left out. */
  private static final DocumentInfo LOCKED =
      new DocumentInfo("", "", "", "", List.of(), List.of(), true);

  private final AttachmentTextSource texts;

  public UnlockedTexts(AttachmentTextSource texts) {
    this.texts = texts;
  }

  @Override
  public String version() {
    return texts.version() + "-unlocked";
  }

  @Override
  public String sha256(Path file) throws IOException {
    return texts.sha256(file);
  }

  @Override
  public Reading read(Path file, String sha256) throws IOException {
    return unlocked(texts.read(file, sha256));
  }

  @Override
  public Optional<Reading> kept(String sha256) {
    return texts.kept(sha256).map(UnlockedTexts::unlocked);
  }

  private static Reading unlocked(Reading reading) {
    return reading.text().info().copyingForbidden()
        ? new Reading(refused(reading.text().summary()), reading.way(), false)
        : reading;
  }

  @Override
  public boolean recognized(String sha256) {
    return texts.recognized(sha256);
  }

  @Override
  public void recognize(Path file, String sha256) throws IOException {
    texts.recognize(file, sha256);
  }

  private static AttachmentText refused(TextSummary read) {
    return new AttachmentText(
        new TextSummary(
            AttachmentState.ENCRYPTED,
            List.of(ReasonCode.REFUSED.with()),
            read.mediaType(),
            read.unit(),
            read.pageCount()),
        List.of(),
        LOCKED);
  }
}
