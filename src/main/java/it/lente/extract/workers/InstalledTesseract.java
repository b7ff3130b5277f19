package it.lente.extract.workers;

import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program {@code tesseract} on this machine, whose languages are queried once, on first use.
 */
public final class InstalledTesseract {

  private static final String ITALIAN = "ita";

  /** Languages of the reports, the most probable first. */
  private static final List<String> LANGUAGES = List.of(ITALIAN, "eng");

  private final String program;
  private Optional<List<String>> languages = Optional.empty();
  private boolean asked;

  public InstalledTesseract() {
    this("tesseract");
  }

  /**
   * @param program name or path
   */
  InstalledTesseract(String program) {
    this.program = program;
  }

  /** Returns why pictures cannot be recognised, or nothing if they can. */
  synchronized Optional<Reason> missing() {
    ask();
    if (languages.isEmpty()) {
      return Optional.of(ReasonCode.NO_TESSERACT.with());
    }
    return languages.get().contains(ITALIAN)
        ? Optional.empty()
        : Optional.of(ReasonCode.NO_ITALIAN.with());
  }

  /** Returns the installed languages we use, in Tesseract's syntax («ita+eng»). */
  synchronized String languages() {
    ask();
    return LANGUAGES.stream()
        .filter(language -> languages.orElse(List.of()).contains(language))
        .collect(Collectors.joining("+"));
  }

  private void ask() {
    if (asked) {
      return;
    }
    asked = true;
    try {
      Process process =
          new ProcessBuilder(program, "--list-langs").redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      languages = Optional.of(Stream.of(said.split("\\R")).map(String::strip).toList());
    } catch (IOException notThere) {
      languages = Optional.empty();
    }
  }
}
