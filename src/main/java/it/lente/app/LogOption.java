package it.lente.app;

import java.util.logging.Handler;
import java.util.logging.Logger;
import picocli.CommandLine.Option;

/** The option of every long-running command. */
final class LogOption {

  /** The formats of the log. */
  enum Format {
    TEXT,
    JSON
  }

  @Option(
      names = "--log",
      paramLabel = "text|json",
      description = "warnings and errors for people, or as a JSON object a line (default: text)")
  private Format format = Format.TEXT;

  /** Formats all subsequent log records like this. */
  void apply() {
    if (format == Format.JSON) {
      for (Handler handler : Logger.getLogger("").getHandlers()) {
        handler.setFormatter(new JsonLogFormatter());
      }
    }
  }
}
