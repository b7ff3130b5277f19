package it.lente.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The browser that this machine has; nothing is downloaded, and it keeps to itself. */
final class Chromium implements AutoCloseable {

  private static final String NAMED = "CHROME_BIN";
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<Path> ON_A_MAC =
      List.of(
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
          Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));
  private static final List<String> QUIET =
      List.of(
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-domain-reliability",
          "--disable-sync",
          "--no-default-browser-check",
          "--no-first-run",
          "--no-pings");
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*", Pattern.DOTALL);

  /** What the driver's own scripts ask for. */
  private static final int OLDEST_NODE = 20;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Why there is none to test with, nothing if there is one. */
  static Optional<String> missing() {
    if (program().isEmpty()) {
      return Optional.of(
          "there is no Chromium (install chromium or google-chrome, or name it by " + NAMED + ")");
    }
    if (!bundled() && node().isEmpty()) {
      return Optional.of(
          "there is nothing to drive the browser with (run ./mvnw verify -Pbrowser, or install"
              + " Node "
              + OLDEST_NODE
              + ")");
    }
    return Optional.empty();
  }

  static Chromium start() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    if (!bundled()) {
      environment.put("PLAYWRIGHT_NODEJS_PATH", node().orElseThrow().toString());
    }
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program().orElseThrow())
                    // A sandbox of its own is refused to root and in most containers.
                    .setChromiumSandbox(false)
                    .setArgs(QUIET));
    return new Chromium(playwright, browser);
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Optional<Path> program() {
    String named = System.getenv(NAMED);
    Stream<Path> found =
        named == null
            ? Stream.concat(
                NAMES.stream().flatMap(name -> onPath(name).stream()), ON_A_MAC.stream())
            : Stream.of(Path.of(named));
    return found.filter(Files::isExecutable).findFirst();
  }

  /** Whether the driver's own Node is here, which the profile brings. */
  private static boolean bundled() {
    return Chromium.class.getClassLoader().getResource("driver/linux") != null;
  }

  private static Optional<Path> node() {
    return onPath("node").filter(program -> major(program) >= OLDEST_NODE);
  }

  private static int major(Path node) {
    try {
      Process asked = new ProcessBuilder(node.toString(), "--version").start();
      String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher version = VERSION.matcher(said);
      return version.matches() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException unusable) {
      return 0;
    }
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
