package it.lente.app;

import it.lente.engine.Deadline;
import it.lente.extract.OwnerLocked;
import it.lente.search.Nearest;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where the collection and the index are and how they are served. An option wins over a variable
 * {@code LENTE_…}, that over a line of {@code lente.properties} beside the launcher, that over the
 * default. Names that are not known are refused wherever they stand.
 *
 * @param synonyms nothing for those that are shipped
 * @param port 0 for any that is free
 * @param timeout what a question may take, zero for as long as it takes
 * @param brand the file that tells how the institution shows itself, nothing if there is none
 */
record Settings(
    Path records,
    Path attachments,
    Path index,
    Optional<Path> synonyms,
    int port,
    boolean indexing,
    boolean watching,
    OwnerLocked ownerLocked,
    Ocr ocr,
    Duration timeout,
    Optional<Path> brand) {

  static final int DEFAULT_PORT = 7070;

  /** In milliseconds. Most questions take a hundredth of it. */
  static final int DEFAULT_TIMEOUT = 5_000;

  private static final int LONGEST_TIMEOUT = 600_000;

  private static final String FILE = "lente.properties";
  private static final String BRAND_FILE = "brand.properties";
  private static final int LAST_PORT = 65_535;

  /**
   * A value as somebody wrote it.
   *
   * @param origin the name under which it was given, as that person knows it
   * @param base what a relative path starts from
   */
  private record Given(String text, String origin, Path base) {

    Path path() {
      try {
        return base.resolve(text).normalize();
      } catch (InvalidPathException impossible) {
        throw new UsageException("%s is no path: “%s”.".formatted(origin, text));
      }
    }

    int port() {
      return number(LAST_PORT, "0 takes any port that is free.");
    }

    /** In milliseconds. */
    Duration timeout() {
      return Duration.ofMillis(number(LONGEST_TIMEOUT, "0 sets no limit."));
    }

    private int number(int most, String zero) {
      if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) <= most) {
        return Integer.parseInt(text);
      }
      throw new UsageException(
          "%s must be a whole number from 0 to %d, not “%s”; %s"
              .formatted(origin, most, text, zero));
    }

    /** One of the constants, by its key. */
    <T> T choice(T[] constants, Function<T, String> key) {
      List<String> keys = Stream.of(constants).map(key).toList();
      int place = keys.indexOf(text);
      if (place < 0) {
        throw new UsageException(
            "%s must be %s or %s, not “%s”."
                .formatted(
                    origin,
                    String.join(", ", keys.subList(0, keys.size() - 1)),
                    keys.getLast(),
                    text));
      }
      return constants[place];
    }

    boolean flag() {
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default ->
            throw new UsageException("%s must be true or false, not “%s”.".formatted(origin, text));
      };
    }
  }

  /**
   * Puts together what was set.
   *
   * @param options as given on the command line
   * @throws UsageException naming the first that cannot be used
   */
  static Settings read(Map<Setting, String> options, Environment environment) {
    Map<Setting, Given> given = new EnumMap<>(Setting.class);
    readFile(environment.home().resolve(FILE), given);
    readVariables(environment.variables(), given);
    Path here = Path.of("").toAbsolutePath();
    options.forEach((setting, text) -> given.put(setting, new Given(text, setting.option(), here)));
    Path home = environment.home();
    Path records = path(given, Setting.RECORDS, home.resolve("records"));
    // Another collection's records do not go with the attachments of the one beside the launcher.
    Path attachments = path(given, Setting.ATTACHMENTS, records.resolveSibling("attachments"));
    return new Settings(
        records,
        attachments,
        path(given, Setting.INDEX, home.resolve("index")),
        synonyms(given, home.resolve("synonyms.txt")),
        given.containsKey(Setting.PORT) ? given.get(Setting.PORT).port() : DEFAULT_PORT,
        !flag(given, Setting.NO_INDEX),
        !flag(given, Setting.NO_WATCH),
        given.containsKey(Setting.OWNER_LOCKED)
            ? given.get(Setting.OWNER_LOCKED).choice(OwnerLocked.values(), OwnerLocked::key)
            : OwnerLocked.READ,
        given.containsKey(Setting.OCR)
            ? given.get(Setting.OCR).choice(Ocr.values(), Ocr::key)
            : Ocr.NOW,
        given.containsKey(Setting.TIMEOUT)
            ? given.get(Setting.TIMEOUT).timeout()
            : Duration.ofMillis(DEFAULT_TIMEOUT),
        given.containsKey(Setting.BRAND)
            ? Optional.of(given.get(Setting.BRAND).path())
            : Optional.of(home.resolve(BRAND_FILE)).filter(Files::exists));
  }

  /** The end of a question that begins now. */
  Deadline deadline() {
    return timeout.isZero() ? Deadline.NEVER : Deadline.in(timeout);
  }

  /**
   * Sees to it that both folders of the collection are there, and makes the index folder.
   *
   * @throws UsageException naming the folder that is not there and how to give another
   */
  Settings requireCollection() {
    require(records, Setting.RECORDS);
    require(attachments, Setting.ATTACHMENTS);
    try {
      Files.createDirectories(index);
    } catch (IOException refused) {
      throw new UsageException(
          "The index folder %s cannot be made (%s): give another with --index DIR."
              .formatted(index, refused));
    }
    return this;
  }

  private static void require(Path folder, Setting setting) {
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          "There is no folder %s: make it, or give another with %s DIR."
              .formatted(folder, setting.option()));
    }
  }

  /** The file beside the launcher may be taken away. */
  private static Optional<Path> synonyms(Map<Setting, Given> given, Path absent) {
    Path file = path(given, Setting.SYNONYMS, absent);
    return given.containsKey(Setting.SYNONYMS) || Files.isRegularFile(file)
        ? Optional.of(file)
        : Optional.empty();
  }

  private static Path path(Map<Setting, Given> given, Setting setting, Path absent) {
    return given.containsKey(setting) ? given.get(setting).path() : absent;
  }

  private static boolean flag(Map<Setting, Given> given, Setting setting) {
    return given.containsKey(setting) && given.get(setting).flag();
  }

  private static void readVariables(Map<String, String> variables, Map<Setting, Given> given) {
    Path here = Path.of("").toAbsolutePath();
    new TreeMap<>(variables)
        .forEach((name, text) -> {
          if (name.startsWith(Setting.PREFIX) && !Setting.LAUNCHER.contains(name)) {
            Setting setting =
                Setting.byVariable(name)
                    .orElseThrow(() ->
                        new UsageException(
                            "The variable %s is none that Lente knows.%s"
                                .formatted(
                                    name,
                                    Nearest.hint(
                                        name,
                                        Stream.of(Setting.values())
                                            .map(Setting::variable)
                                            .toList()))));
            put(given, setting, new Given(text.strip(), name, here));
          }
        });
  }

  private static void readFile(Path file, Map<Setting, Given> given) {
    if (!Files.exists(file)) {
      return;
    }
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new UsageException("%s cannot be read: %s".formatted(file, unreadable));
    }
    lines.forEach((key, text) -> {
      String name = key.toString();
      Setting setting =
          Setting.byKey(name)
              .orElseThrow(() ->
                  new UsageException(
                      "%s: there is no setting “%s”.%s"
                          .formatted(
                              file,
                              name,
                              Nearest.hint(
                                  name, Stream.of(Setting.values()).map(Setting::key).toList()))));
      put(
          given,
          setting,
          new Given(text.toString().strip(), "“" + name + "” in " + file, file.getParent()));
    });
  }

  /** An empty text is how scripts and forms say that something is not set. */
  private static void put(Map<Setting, Given> given, Setting setting, Given text) {
    if (!text.text().isEmpty()) {
      given.put(setting, text);
    }
  }
}
