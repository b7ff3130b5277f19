package it.lente.app;

import java.nio.file.Path;
import java.util.Map;

/**
 * What surrounds the program.
 *
 * @param home the folder of the launcher
 * @param terminalOut whether a person reads the standard output as it comes
 * @param terminalErr likewise of the standard error
 */
record Environment(
    Map<String, String> variables, Path home, boolean terminalOut, boolean terminalErr) {

  Environment {
    variables = Map.copyOf(variables);
  }

  /** As the launcher tells it; without the launcher, home is the current folder. */
  static Environment ofThisProcess() {
    boolean plain = System.getenv("NO_COLOR") != null;
    return new Environment(
        System.getenv(),
        Path.of(System.getProperty("lente.home", "")).toAbsolutePath(),
        Boolean.getBoolean("lente.terminal.out") && !plain,
        Boolean.getBoolean("lente.terminal.err"));
  }
}
