package it.lente.web;

import it.lente.engine.CoverageFile;
import it.lente.messages.Messages;
import it.lente.messages.ReasonText;
import it.lente.record.AttachmentState;
import it.lente.record.TextPart;
import it.lente.record.TextSummary;
import it.lente.search.Search;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the states of the files as comma-separated values (RFC 4180). Each file has a line,
 * followed by one for each file inside it, with its name under {@code part}.
 */
public final class CoverageCsv {

  private static final List<String> COLUMNS =
      List.of(
          ("process processTitle attachment file part state reason mediaType unit "
                  + "pages reasonCodes")
              .split(" "));

  private final Writer out;
  private final Messages messages;

  /**
   * Starts a list.
   *
   * @param messages of the language of the reasons
   */
  public CoverageCsv(Writer out, Messages messages) {
    this.out = out;
    this.messages = messages;
  }

  /**
   * Writes the whole list.
   *
   * @param states the states to include; empty for all
   * @throws UncheckedIOException if the writer cannot be written to
   */
  public void write(Search search, Set<AttachmentState> states) {
    CsvRow.write(COLUMNS, out);
    search.eachFile(states, this::write);
  }

  private void write(CoverageFile file) {
    TextSummary whole = file.stored().summary();
    // The attachment itself is written like a part without a name.
    write(
        file,
        new TextPart(
            "",
            whole.state(),
            whole.reasons(),
            whole.mediaType(),
            whole.unit(),
            0,
            whole.pageCount()));
    whole.parts().forEach(part -> write(file, part));
  }

  private void write(CoverageFile file, TextPart part) {
    CsvRow.write(
        List.of(
            file.processId(),
            file.title(),
            file.stored().attachment().id(),
            file.stored().attachment().file(),
            part.name(),
            part.state().key(),
            ReasonText.of(part.reasons(), messages),
            part.mediaType(),
            part.unit().key(),
            Integer.toString(part.count()),
            part.reasons().stream()
                .map(reason -> reason.code().key())
                .collect(Collectors.joining(" "))),
        out);
  }
}
