package it.lente.extract.reading;

import java.io.InputStream;
import java.util.Set;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.xml.sax.ContentHandler;

/**
 * Receives from Tika's parsers the files inside archives and messages. Pictures and objects in
 * documents are not enclosed files and are ignored.
 */
final class Embedded implements EmbeddedDocumentExtractor {

  private static final Set<String> CARRIERS =
      Set.of(
          ("application/x-tar application/x-gtar application/x-rar-compressed "
                  + "application/x-cpio application/x-archive application/x-arj "
                  + "application/java-archive application/mbox application/vnd.ms-outlook "
                  + "application/vnd.ms-outlook-pst application/vnd.ms-tnef")
              .split(" "));

  private static final Set<String> MAILBOXES = Set.of("application/mbox");

  private static final Set<String> WRAPPINGS =
      Set.of(
          ("application/gzip application/zlib application/x-bzip application/x-bzip2 "
                  + "application/x-xz application/x-lzma application/x-compress application/x-lz4")
              .split(" "));

  private final FileParse attempt;
  private final EmbeddedFiles members;

  Embedded(FileParse attempt, EmbeddedFiles members) {
    this.attempt = attempt;
    this.members = members;
  }

  @Override
  public boolean shouldParseEmbedded(Metadata metadata) {
    return WRAPPINGS.contains(attempt.mediaType())
        || (CARRIERS.contains(attempt.mediaType()) && !members.isFull());
  }

  @Override
  public void parseEmbedded(
      InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
    String given = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
    String name = given == null ? unnamed() : given;
    if (WRAPPINGS.contains(attempt.mediaType())) {
      members.unwrap(name, stream);
    } else {
      members.add(name, stream);
    }
  }

  /** Returns a name that gives Tika the type: some messages begin like plain text. */
  private String unnamed() {
    int number = members.all().size() + 1;
    return MAILBOXES.contains(attempt.mediaType()) ? number + ".eml" : Integer.toString(number);
  }
}
