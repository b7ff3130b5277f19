package it.lente.app;

import static java.util.stream.Collectors.joining;

import it.lente.index.Slice;
import it.lente.web.Proxies;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * Converts texts of options into values. The message of an error follows the name of the option,
 * variable or line of the text: «must be true or false, not “yes”».
 */
final class Converters {

  private Converters() {}

  static void addTo(CommandLine command) {
    command.registerConverter(Path.class, Converters::path);
    command.registerConverter(Boolean.class, Converters::flag);
    command.registerConverter(boolean.class, Converters::flag);
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (option.type().isEnum()) {
        addChoice(command, option.type());
      }
    }
  }

  /** Parses a path; a relative one starts from the current folder. */
  private static Path path(String text) {
    try {
      return Path.of("").toAbsolutePath().resolve(text).normalize();
    } catch (InvalidPathException impossible) {
      throw new TypeConversionException("is no path: “%s”.".formatted(text));
    }
  }

  private static boolean flag(String text) {
    return choice(List.of(true, false), text);
  }

  private static <T> void addChoice(CommandLine command, Class<T> type) {
    command.registerConverter(type, text -> choice(List.of(type.getEnumConstants()), text));
  }

  /** Returns the text from which a value can be converted. */
  static String text(Object value) {
    return value instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT)
        : value.toString();
  }

  /** Returns an option as it was given or set, for another command line; nothing without value. */
  static Optional<String> asGiven(OptionSpec option) {
    Object value =
        option.getValue() instanceof Optional<?> perhaps ? perhaps.orElse(null) : option.getValue();
    String name = option.longestName();
    return switch (value) {
      case null -> Optional.empty();
      case Boolean flag -> flag ? Optional.of(name) : Optional.empty();
      case List<?> some ->
          some.isEmpty()
              ? Optional.empty()
              : Optional.of(name + "=" + some.stream().map(Converters::text).collect(joining(",")));
      default -> Optional.of(name + "=" + text(value));
    };
  }

  /** Returns the constant with this text. */
  private static <T> T choice(List<T> constants, String text) {
    List<String> texts = constants.stream().map(Converters::text).toList();
    int place = texts.indexOf(text);
    if (place < 0) {
      String first = String.join(", ", texts.subList(0, texts.size() - 1));
      throw new TypeConversionException(
          "must be %s or %s, not “%s”.".formatted(first, texts.getLast(), text));
    }
    return constants.get(place);
  }

  /** Parses a whole number from 0 to a limit, and explains 0 in its message. */
  abstract static class WholeNumber implements ITypeConverter<Integer> {

    private final int limit;
    private final String zero;

    WholeNumber(int limit, String zero) {
      this.limit = limit;
      this.zero = zero;
    }

    @Override
    public Integer convert(String text) {
      if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) <= limit) {
        return Integer.valueOf(text);
      }
      throw new TypeConversionException(
          "must be a whole number from 0 to %d, not “%s”; %s".formatted(limit, text, zero));
    }
  }

  /** Parses the number of a slice and that of all. */
  static final class OneSlice implements ITypeConverter<Slice> {
    @Override
    public Slice convert(String text) {
      if (text.matches("[0-9]{1,4}/[0-9]{1,4}")) {
        String[] numbers = text.split("/");
        try {
          return new Slice(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
        } catch (IllegalArgumentException outside) {
          // The slice knows its own limits; the message below names them.
        }
      }
      throw new TypeConversionException(
          "must be a slice and the number of all such as 2/4, not “%s”.".formatted(text));
    }
  }

  static final class Host implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      try {
        InetAddress.getByName(text);
        return text;
      } catch (UnknownHostException unknown) {
        throw new TypeConversionException(
            "must be an address of this machine such as 127.0.0.1, not “%s”; 0.0.0.0 is all of them."
                .formatted(text));
      }
    }
  }

  static final class SiteAddress implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (BrandFile.SITE.matcher(text).matches()) {
        return text.replaceFirst("/+$", "");
      }
      throw new TypeConversionException(
          "must be an address such as https://lente.example.org, not “%s”.".formatted(text));
    }
  }

  static final class ProxyList implements ITypeConverter<Proxies> {
    @Override
    public Proxies convert(String text) {
      try {
        return Proxies.of(List.of(text.strip().split("\\s*,\\s*")));
      } catch (IllegalArgumentException refused) {
        throw new TypeConversionException(
            "must be addresses or ranges such as 10.0.0.1,10.1.0.0/16, parted by commas, not “%s”."
                .formatted(text));
      }
    }
  }

  static final class Port extends WholeNumber {
    Port() {
      super(65_535, "0 takes any port that is free.");
    }
  }

  /** Parses a number of seconds. */
  static final class Drain extends WholeNumber {
    Drain() {
      super(600, "0 cuts off what is not answered yet.");
    }
  }

  static final class Shards extends WholeNumber {
    Shards() {
      super(1_000, "an index has at least 1.");
    }
  }

  static final class Replicas extends WholeNumber {
    Replicas() {
      super(20, "0 keeps no further copy.");
    }
  }

  static final class Megabytes extends WholeNumber {
    Megabytes() {
      super(100_000, "0 brings none.");
    }
  }

  static final class Seconds extends WholeNumber {
    Seconds() {
      super(86_400, "0 brings none.");
    }
  }

  static final class Concurrency extends WholeNumber {
    Concurrency() {
      super(10_000, "0 takes four for each processor.");
    }
  }

  static final class Rate extends WholeNumber {
    Rate() {
      super(1_000_000, "0 sets no limit.");
    }
  }

  /** Parses a number of milliseconds. */
  static final class Slow extends WholeNumber {
    Slow() {
      super(600_000, "0 logs none.");
    }
  }

  /** Parses a number of milliseconds. */
  static final class Timeout extends WholeNumber {
    Timeout() {
      super(600_000, "0 sets no limit.");
    }
  }
}
