package it.lente.index;

import it.lente.extract.AttachmentTextSource;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The texts of one slice. A file of another slice is hashed and not read. */
final class SlicedTexts implements AttachmentTextSource {

  private static final Reading ELSEWHERE =
      new Reading(
          AttachmentText.unread(AttachmentState.MISSING, List.of(), ""), Way.OTHER_SLICE, false);

  private final AttachmentTextSource texts;
  private final Slice slice;

  SlicedTexts(AttachmentTextSource texts, Slice slice) {
    this.texts = texts;
    this.slice = slice;
  }

  @Override
  public String version() {
    return texts.version();
  }

  @Override
  public String sha256(Path file) throws IOException {
    return texts.sha256(file);
  }

  @Override
  public Reading read(Path file, String sha256) throws IOException {
    return slice.has(sha256) ? texts.read(file, sha256) : ELSEWHERE;
  }

  @Override
  public Optional<Reading> kept(String sha256) {
    return texts.kept(sha256);
  }

  @Override
  public boolean recognized(String sha256) {
    return texts.recognized(sha256);
  }

  @Override
  public void recognize(Path file, String sha256) throws IOException {
    texts.recognize(file, sha256);
  }
}
