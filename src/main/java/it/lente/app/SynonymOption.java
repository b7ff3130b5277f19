package it.lente.app;

import it.lente.analysis.Synonyms;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option of every command that answers questions. Absent ones are null, as picocli has it. */
final class SynonymOption {

  @Option(
      names = "--synonyms",
      paramLabel = "FILE",
      description = {
        "the list of synonyms, read again when it changes",
        "(default: synonyms.txt, beside the launcher)"
      })
  private String file;

  void putInto(Map<Setting, String> given) {
    CollectionOptions.put(given, Setting.SYNONYMS, file);
  }

  /**
   * The list as its file has it; what cannot be used is told in the terminal.
   *
   * @throws UsageException if there is no such file
   */
  static Supplier<Synonyms> list(Settings settings, CommandSpec spec) {
    if (settings.synonyms().isEmpty()) {
      return () -> Synonyms.SHIPPED;
    }
    if (!Files.isRegularFile(settings.synonyms().get())) {
      throw new UsageException(
          "There is no file %s: make it, or give another with --synonyms FILE."
              .formatted(settings.synonyms().get()));
    }
    PrintWriter err = spec.commandLine().getErr();
    return new SynonymFile(
        settings.synonyms().get(),
        complaint -> {
          err.println("Synonyms: " + complaint);
          err.flush();
        });
  }
}
