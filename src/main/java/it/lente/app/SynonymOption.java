package it.lente.app;

import it.lente.analysis.Synonyms;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option of every command that answers questions. */
final class SynonymOption {

  @Option(
      names = "--synonyms",
      paramLabel = "FILE",
      defaultValue = "synonyms.txt",
      description = {
        "the list of synonyms, read again when it changes",
        "(default: synonyms.txt, beside the launcher)"
      })
  Optional<Path> file;

  /**
   * Returns the list in the file, and prints messages about unusable lines in the terminal.
   *
   * @throws UsageException if there is no such file
   */
  Supplier<Synonyms> list(CommandSpec spec) {
    if (file.isEmpty()) {
      return () -> Synonyms.SHIPPED;
    }
    if (!Files.isRegularFile(file.get())) {
      throw new UsageException(
          "There is no file %s: make it, or give another with --synonyms FILE."
              .formatted(file.get()));
    }
    PrintWriter err = spec.commandLine().getErr();
    return new SynonymFile(
        file.get(),
        complaint -> {
          err.println("Synonyms: " + complaint);
          err.flush();
        });
  }
}
