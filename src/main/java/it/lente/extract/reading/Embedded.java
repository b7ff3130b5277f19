package it.lente.extract.reading;

import it.lente.extract.reading.frame.ParsedFile;
import it.lente.extract.reading.ocr.PictureParser;
import it.lente.extract.reading.office.EmbeddedPictures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TemporaryResources;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.xml.sax.ContentHandler;

/**
 * Receives from Tika's parsers the files inside archives and messages, and those inside documents
 * that may contain a text: large pictures, workbooks and other documents.
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

  private static final Pattern DOCUMENTS =
      Pattern.compile(
          "application/(pdf|msword|vnd\\.(openxmlformats-.*|oasis\\..*|ms-(excel|powerpoint|word).*))");

  private static final String THUMBNAIL =
      TikaCoreProperties.EmbeddedResourceType.THUMBNAIL.toString();

  private static final Set<String> WRAPPINGS =
      Set.of(
          ("application/gzip application/zlib application/x-bzip application/x-bzip2 "
                  + "application/x-xz application/x-lzma application/x-compress application/x-lz4")
              .split(" "));

  private final ParsedFile file;

  Embedded(ParsedFile file) {
    this.file = file;
  }

  @Override
  public boolean shouldParseEmbedded(Metadata metadata) {
    return WRAPPINGS.contains(file.mediaType())
        || ((CARRIERS.contains(file.mediaType()) || mayHaveText(metadata))
            && !file.members().isFull());
  }

  private static boolean mayHaveText(Metadata metadata) {
    String type = metadata.get(Metadata.CONTENT_TYPE);
    return type != null
        && (PictureParser.reads(type) || DOCUMENTS.matcher(type).matches())
        && !THUMBNAIL.equals(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE));
  }

  @Override
  public void parseEmbedded(
      InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
      throws IOException {
    String given = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
    String name = given == null ? unnamed(metadata.get(Metadata.CONTENT_TYPE)) : given;
    if (WRAPPINGS.contains(file.mediaType())) {
      file.members().unwrap(name, stream);
    } else if (CARRIERS.contains(file.mediaType())) {
      file.members().add(name, stream);
    } else {
      addIfLarge(name, stream, metadata);
    }
  }

  private void addIfLarge(String name, InputStream stream, Metadata metadata) throws IOException {
    try (TemporaryResources temporary = new TemporaryResources()) {
      Path unpacked = TikaInputStream.get(stream, temporary, metadata).getPath();
      if (EmbeddedPictures.isLarge(unpacked.toFile())) {
        try (InputStream bytes = Files.newInputStream(unpacked)) {
          file.members().add(name, bytes);
        }
      }
    }
  }

  /** Returns a name that gives Tika the type: some messages begin like plain text. */
  private String unnamed(String type) {
    String number = Integer.toString(file.members().all().size() + 1);
    if (MAILBOXES.contains(file.mediaType())) {
      return number + ".eml";
    }
    boolean picture = type != null && PictureParser.reads(type);
    return picture ? number + "." + MediaType.parse(type).getSubtype() : number;
  }
}
