package it.lente.app;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Opens addresses in the browser by the program that each system has for it. */
final class BrowserLauncher {

  /** Seconds after which the program counts as successful: some end only with the browser. */
  private static final int PATIENCE = 3;

  private BrowserLauncher() {}

  /** Returns the program with its arguments, or nothing where no browser has a screen. */
  static List<String> command(String system, Map<String, String> variables) {
    if (system.startsWith("Mac")) {
      return List.of("open");
    }
    if (system.startsWith("Windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler");
    }
    // Without a screen xdg-open would start a browser for the terminal, and end with its result.
    return Stream.of("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
            .allMatch(name -> variables.getOrDefault(name, "").isEmpty())
        ? List.of()
        : List.of("xdg-open");
  }

  /** Returns whether the program of this system opened the address, as far as is known. */
  static boolean open(String address, Map<String, String> variables) {
    List<String> command = new ArrayList<>(command(System.getProperty("os.name"), variables));
    if (command.isEmpty()) {
      return false;
    }
    command.add(address);
    try {
      Process program =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return !program.waitFor(PATIENCE, TimeUnit.SECONDS) || program.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
