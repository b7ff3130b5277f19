package it.lente.extract.reading.archive;

import it.lente.extract.reading.frame.FormatParser;
import it.lente.extract.reading.frame.ParsedFile;
import java.io.IOException;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;

/**
 * Reads messages (eml) instead of Tika's own parser, which leaves out their headers and takes some
 * bodies for attachments. Public only because a service has to be.
 */
public final class MessageParser extends FormatParser {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST_LINE = 1 << 20;

  public MessageParser() {
    super("message/rfc822");
  }

  @Override
  protected void read(
      TikaInputStream bytes, Metadata metadata, ParsedFile file, ParseContext context)
      throws IOException, TikaException {
    MimeConfig lenient =
        new MimeConfig.Builder()
            .setMaxLineLen(LONGEST_LINE)
            .setMaxHeaderLen(LONGEST_LINE)
            .setMalformedHeaderStartsBody(true)
            .build();
    MimeTokenStream tokens =
        new MimeTokenStream(lenient, DecodeMonitor.SILENT, new DefaultBodyDescriptorBuilder());
    // A message sent with a message is a file inside it.
    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    tokens.parse(bytes);
    MessageText message = new MessageText(file.sections(), file.members(), context);
    try {
      while (tokens.getState() != EntityState.T_END_OF_STREAM) {
        message.read(tokens);
        tokens.next();
      }
    } catch (MimeException e) {
      throw new TikaException(e.getMessage(), e);
    } finally {
      message.end();
    }
  }
}
