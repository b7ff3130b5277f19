package it.lente.app;

import java.nio.file.Path;
import java.util.Map;

/**
 * The environment of the program.
 *
 * @param home the folder of the launcher
 * @param terminalOut true if the standard output is a terminal and colours are not switched off
 * @param terminalErr true if the standard error is a terminal
 */
record Environment(
    Map<String, String> variables, Path home, boolean terminalOut, boolean terminalErr) {

  Environment {
    variables = Map.copyOf(variables);
  }

  /** Returns the values that the launcher sets; without it, home is the current folder. */
  static Environment ofThisProcess() {
    boolean plain = System.getenv("NO_COLOR") != null;
    return new Environment(
        System.getenv(),
        Path.of(System.getProperty("lente.home", "")).toAbsolutePath(),
        Boolean.getBoolean("lente.terminal.out") && !plain,
        Boolean.getBoolean("lente.terminal.err"));
  }
}
