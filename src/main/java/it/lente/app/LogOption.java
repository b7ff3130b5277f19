package it.lente.app;

import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Logger;
import picocli.CommandLine.Option;

/** The option of every command that runs for long. */
final class LogOption {

  /** How what is logged is written. */
  enum Format {
    TEXT,
    JSON;

    /** The value of the option. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--log",
      paramLabel = "text|json",
      description = "warnings and errors for people, or as a JSON object a line (default: text)")
  private Format format = Format.TEXT;

  /** Has all that is logged from now on written so. */
  void apply() {
    if (format == Format.JSON) {
      for (Handler handler : Logger.getLogger("").getHandlers()) {
        handler.setFormatter(new JsonLogFormatter());
      }
    }
  }
}
