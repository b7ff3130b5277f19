package it.lente.extract.reading.office;

import it.lente.extract.reading.frame.SectionHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads rich text with Tika's parser after changing it: notes follow the paragraph that cites them,
 * raised letters are put between marks, deleted text is removed, and a header gets the paragraph
 * without which the parser skips it. Public only because a service has to be.
 */
public final class RtfParser implements Parser {

  private static final long serialVersionUID = 1L;

  private static final Set<MediaType> TYPES =
      Set.of(MediaType.application("rtf"), MediaType.text("rtf"));

  /** Larger files, in bytes, consist mostly of pictures and are read unchanged. */
  private static final int LIMIT = 32 << 20;

  private static final Pattern PLACES =
      Pattern.compile(
          "(?<note>\\{(?:\\\\\\*)?\\\\footnote\\b ?)"
              + "|(?<deleted>\\\\deleted1?(?![a-z0-9]))"
              + "|(?<end>\\\\(?:par|cell|sect)\\b)"
              + "|(?<head>\\{\\\\(?:header|footer)[lrf]?\\b)"
              + "|(?<raised>\\\\(?:super|up[1-9]\\d?)\\b(?:\\\\(?!u-?\\d)[a-z]+-?\\d*|\\s)*+)"
              + "(?<mark>[^\\\\{}]{1,9})(?=[\\\\}])");

  @Override
  public Set<MediaType> getSupportedTypes(ParseContext context) {
    return TYPES;
  }

  @Override
  public void parse(
      InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
      throws IOException, SAXException, TikaException {
    byte[] bytes = stream.readNBytes(LIMIT);
    String rtf = new String(bytes, StandardCharsets.ISO_8859_1);
    // Raw bytes after \bin may look like anything.
    String ordered = bytes.length == LIMIT || rtf.contains("\\bin") ? rtf : ordered(rtf);
    InputStream first = new ByteArrayInputStream(ordered.getBytes(StandardCharsets.ISO_8859_1));
    new RTFParser().parse(new SequenceInputStream(first, stream), handler, metadata, context);
  }

  private static String ordered(String rtf) {
    StringBuilder ordered = new StringBuilder(rtf.length());
    StringBuilder notes = new StringBuilder();
    Matcher place = PLACES.matcher(rtf);
    int from = 0;
    while (place.find(from)) {
      ordered.append(rtf, from, place.start());
      from = place.end();
      if (place.group("note") != null) {
        from = groupEnd(rtf, place.end());
        notes.append("\\par{").append(rtf, place.end(), from);
      } else if (place.group("deleted") != null) {
        from = groupEnd(rtf, place.end()) - 1;
      } else if (place.group("end") != null) {
        ordered.append(notes).append(place.group());
        notes.setLength(0);
      } else if (place.group("head") != null) {
        from = Math.max(place.end(), groupEnd(rtf, place.end()) - 1);
        ordered.append(place.group()).append("\\pard").append(rtf, place.end(), from);
        ordered.append("\\par");
      } else {
        ordered.append(place.group("raised")).append(escaped(SectionHandler.RAISED_BEGIN));
        ordered.append(place.group("mark")).append(escaped(SectionHandler.RAISED_END));
      }
    }
    int close = Math.max(from, rtf.lastIndexOf('}'));
    return ordered
        .append(rtf, from, close)
        .append(notes)
        .append(rtf, close, rtf.length())
        .toString();
  }

  private static String escaped(char c) {
    return "{\\uc1\\u" + (short) c + "?}";
  }

  /** Returns the position after the brace that closes the group around a position. */
  private static int groupEnd(String rtf, int from) {
    int at = from;
    for (int depth = 1; depth > 0 && at < rtf.length(); at++) {
      char c = rtf.charAt(at);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      at += c == '\\' ? 1 : 0;
    }
    return Math.min(at, rtf.length());
  }
}
