package it.lente.app;

import it.lente.record.NearestName;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * Provides defaults of options that are absent from the command line: their variable {@code
 * LENTE_…}, else their line in {@code lente.properties} next to the launcher, else their own
 * default. Every option of {@code serve} can be set like this, for every command that has it; other
 * names are refused.
 */
final class Settings implements IDefaultValueProvider {

  private static final String PREFIX = "LENTE_";

  /** Has the prefix of a setting, but the launcher reads it. */
  private static final String LAUNCHER = "LENTE_JAVA";

  /** A value and the name of its source in messages. */
  private record Given(String text, String origin) {}

  private final Environment environment;
  private final CommandSpec serve;
  private Map<String, Given> given;
  private String asked = "";

  Settings(Environment environment, CommandSpec serve) {
    this.environment = environment;
    this.serve = serve;
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    asked = option.longestName();
    if (given == null) { // picocli hides what is thrown here for a flag, and asks again
      given = read(option.command().commandLine());
    }
    return given.containsKey(asked) ? given.get(asked).text() : besideTheLauncher(option);
  }

  /** Returns the source of a refused value: the option, a variable or a line. */
  String origin(OptionSpec option) {
    // Options of the command line have their values before the first default is requested.
    String name = option.longestName();
    return name.equals(asked) && given.containsKey(name) ? given.get(name).origin() : name;
  }

  /** Resolves a path from the launcher's folder; an optional file that is absent has no value. */
  private String besideTheLauncher(OptionSpec option) {
    if (!isPath(option) || option.defaultValue() == null) {
      return null;
    }
    String path = from(environment.home(), option.defaultValue());
    boolean absent = option.typeInfo().isOptional() && !Files.isRegularFile(Path.of(path));
    return absent ? Option.NULL_VALUE : path;
  }

  private static boolean isPath(OptionSpec option) {
    return List.of(option.auxiliaryTypes()).contains(Path.class);
  }

  private Map<String, Given> read(CommandLine command) {
    Path file = environment.home().resolve("lente.properties");
    Properties lines = new Properties();
    try (Reader reader = Files.exists(file) ? Files.newBufferedReader(file) : Reader.nullReader()) {
      lines.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new ParameterException(command, "%s cannot be read: %s".formatted(file, unreadable));
    }
    Map<String, Given> all = new HashMap<>();
    Map<String, OptionSpec> keys = settable(name -> name.substring(2));
    lines.forEach((name, text) -> {
      String refusal = "%s: there is no setting “%s”.".formatted(file, name);
      OptionSpec option = known(name.toString(), keys, refusal, command);
      put(all, option, text.toString(), "“%s” in %s".formatted(name, file), file.getParent());
    });
    Map<String, OptionSpec> variables = settable(Settings::variable);
    new TreeMap<>(environment.variables())
        .forEach((name, text) -> {
          if (name.startsWith(PREFIX) && !name.equals(LAUNCHER)) {
            String refusal = "The variable %s is none that Lente knows.".formatted(name);
            put(all, known(name, variables, refusal, command), text, name, Path.of(""));
          }
        });
    return all;
  }

  /** Returns the name of the variable that sets an option. */
  static String variable(String option) {
    return PREFIX + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** Returns the options that can be set, by their names in one source. */
  private Map<String, OptionSpec> settable(UnaryOperator<String> naming) {
    Map<String, OptionSpec> options = new HashMap<>();
    serve.options().stream()
        .filter(option -> !option.usageHelp())
        .forEach(option -> options.put(naming.apply(option.longestName()), option));
    return options;
  }

  private static OptionSpec known(
      String name, Map<String, OptionSpec> options, String refusal, CommandLine command) {
    if (!options.containsKey(name)) {
      throw new ParameterException(command, refusal + NearestName.hint(name, options.keySet()));
    }
    return options.get(name);
  }

  /** Adds a value; an empty text means that the option is not set. */
  private static void put(
      Map<String, Given> all, OptionSpec option, String text, String origin, Path base) {
    String value = text.strip();
    if (!value.isEmpty()) {
      String set = isPath(option) ? from(base, value) : value;
      all.put(option.longestName(), new Given(set, origin));
    }
  }

  /** Resolves a path; text that is no path is left for the converter to refuse. */
  private static String from(Path base, String path) {
    return new File(path).isAbsolute() ? path : new File(base.toFile(), path).getPath();
  }
}
