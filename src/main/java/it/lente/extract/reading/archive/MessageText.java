package it.lente.extract.reading.archive;

import it.lente.extract.reading.frame.EmbeddedFiles;
import it.lente.extract.reading.frame.EncodingDetector;
import it.lente.extract.reading.frame.SectionHandler;
import it.lente.extract.reading.frame.Sections;
import it.lente.record.TextUnit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.util.MimeUtil;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.JSoupParser;
import org.xml.sax.SAXException;

/** The header and the body of one message, whose attachments become embedded files. */
final class MessageText {

  private static final Set<String> HEADS = Set.of("subject", "from", "to", "cc", "date");
  private static final String ALTERNATIVE = "alternative";
  private static final String RELATED = "related";

  /** CSS and JavaScript parts of an HTML message. */
  private static final Set<String> DRESS = Set.of("text/css", "text/javascript");

  private final Sections sections;
  private final EmbeddedFiles members;
  private final ParseContext context;
  private final Deque<String> around = new ArrayDeque<>();

  /** The same body in both forms, of which one is used. */
  private final StringBuilder plain = new StringBuilder();

  private final StringBuilder html = new StringBuilder();

  MessageText(Sections sections, EmbeddedFiles members, ParseContext context) {
    this.sections = sections;
    this.members = members;
    this.context = context;
    sections.beginUnit(TextUnit.MESSAGE);
  }

  void read(MimeTokenStream tokens) throws IOException, TikaException {
    switch (tokens.getState()) {
      case T_FIELD -> head(tokens.getField());
      case T_START_MULTIPART ->
          around.push(tokens.getBodyDescriptor().getSubType().toLowerCase(Locale.ROOT));
      case T_END_MULTIPART -> endMultipart();
      case T_BODY -> body((MaximalBodyDescriptor) tokens.getBodyDescriptor(), tokens);
      default -> {}
    }
  }

  /** Includes the body that had begun when the message was cut off. */
  void end() {
    around.clear();
    writeBody();
  }

  private void head(Field field) {
    if (around.isEmpty() && HEADS.contains(field.getName().toLowerCase(Locale.ROOT))) {
      sections.endLine();
      sections.append(field.getName() + ": " + value(field));
      sections.endLine();
    }
  }

  /** Returns the value of a header. Characters beyond ASCII are often not encoded. */
  private static String value(Field field) {
    String body = EncodingDetector.decode(field.getSafeRaw().toByteArray());
    String written = MimeUtil.unfold(body.substring(body.indexOf(':') + 1));
    return DecoderUtil.decodeEncodedWords(written.strip(), DecodeMonitor.SILENT).strip();
  }

  private void endMultipart() {
    if (!around.isEmpty()) {
      around.pop();
    }
    writeBody();
  }

  private void body(MaximalBodyDescriptor body, MimeTokenStream tokens)
      throws IOException, TikaException {
    String type = body.getMimeType().toLowerCase(Locale.ROOT);
    InputStream bytes = tokens.getDecodedInputStream();
    if (isSentAlong(body, type)) {
      if (!isDecoration(body, type)) {
        members.add(name(body, type), bytes);
      }
    } else if (type.equals("text/html")) {
      html.append(ofHtml(text(body, bytes))).append('\n');
    } else {
      plain.append(text(body, bytes)).append('\n');
    }
    writeBody();
  }

  private static boolean isSentAlong(MaximalBodyDescriptor body, String type) {
    return !Set.of("text/plain", "text/html").contains(type)
        || "attachment".equalsIgnoreCase(body.getContentDispositionType())
        || !givenName(body).isEmpty();
  }

  private boolean isDecoration(MaximalBodyDescriptor body, String type) {
    boolean picture = type.startsWith("image/");
    boolean shown = around.contains(RELATED) || body.getContentId() != null;
    boolean inline = "inline".equalsIgnoreCase(body.getContentDispositionType());
    return (picture && (shown || inline)) || (shown && DRESS.contains(type));
  }

  private void writeBody() {
    if (!around.contains(ALTERNATIVE)) {
      String best = html.toString().isBlank() ? plain.toString() : html.toString();
      plain.setLength(0);
      html.setLength(0);
      sections.endLine();
      sections.append(best.isBlank() ? "" : "\n" + best);
    }
  }

  private static String text(MaximalBodyDescriptor body, InputStream bytes) throws IOException {
    byte[] read = bytes.readNBytes(Sections.MOST_CHARACTERS + 1);
    String charset = body.getContentTypeParameters().getOrDefault("charset", "us-ascii");
    try {
      Charset named = Charset.forName(charset);
      return named.equals(StandardCharsets.US_ASCII)
          ? EncodingDetector.decode(read)
          : new String(read, named);
    } catch (IllegalArgumentException e) {
      return EncodingDetector.decode(read);
    }
  }

  private String ofHtml(String source) throws TikaException {
    Sections text = new Sections();
    try {
      new JSoupParser().parseString(source, new SectionHandler(text), new Metadata(), context);
    } catch (SAXException e) {
      throw new TikaException(e.getMessage(), e);
    }
    return text.whole();
  }

  private String name(MaximalBodyDescriptor body, String type) {
    String given = givenName(body);
    if (!given.isEmpty()) {
      return given;
    }
    int number = members.all().size() + 1;
    return type.equals("message/rfc822") ? number + ".eml" : Integer.toString(number);
  }

  private static String givenName(MaximalBodyDescriptor body) {
    String name = body.getContentDispositionFilename();
    String other = body.getContentTypeParameters().getOrDefault("name", "");
    return DecoderUtil.decodeEncodedWords(
            name == null || name.isBlank() ? other : name, DecodeMonitor.SILENT)
        .strip();
  }
}
