package it.lente.messages;

import it.lente.record.Facet;
import it.lente.record.TreePath;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The texts of one language, and its formats for numbers and dates. */
public final class Messages {

  /** Facets with usual values that have messages, although their lists are open. */
  private static final Set<Facet> WORDED = Set.of(Facet.THEME, Facet.LEVEL, Facet.NATURE);

  /** The only list of languages. Each has a file of messages and a format for numbers and dates. */
  private static final List<Locale> LOCALES =
      List.of(Locale.ITALY, Locale.UK, Locale.of("de", "IT"));

  /** The values of the parameter {@code lang}; the first is the default. */
  public static final List<String> LANGUAGES = LOCALES.stream().map(Locale::getLanguage).toList();

  /** Messages by the value of the parameter {@code lang}, in the order of the list. */
  public static final Map<String, Messages> BY_LANGUAGE = all();

  public static final Messages ITALIAN = BY_LANGUAGE.get("it");
  public static final Messages ENGLISH = BY_LANGUAGE.get("en");

  /** Numbers below this limit are written the same in all languages. */
  private static final int UNGROUPED = 1000;

  private static final int MOST_KEPT = 5000;

  private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

  private final Locale locale;
  private final Map<String, String> messages;

  /** Parsed formats. They are not thread-safe, so each use clones one. */
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  private final NumberFormat integers;

  /** Names of languages by their codes, filled on demand. */
  private final Map<String, String> languages = new ConcurrentHashMap<>();

  /** Cache of messages with numbers, «48 pagine»: one page shows the same ones many times. */
  private final Map<Counted, String> counted = new ConcurrentHashMap<>();

  /** The key of a cached message. Numbers that the message does not use are 0. */
  private record Counted(String key, int first, int second, int third) {}

  private Messages(Locale locale) {
    this(locale, load(locale.getLanguage()));
  }

  private Messages(Locale locale, Map<String, String> messages) {
    this.locale = locale;
    // Read thousands of times a page; a HashMap is faster than Map.copyOf's maps.
    this.messages = new HashMap<>(messages);
    this.integers = NumberFormat.getIntegerInstance(locale);
  }

  /** Returns a copy in which other messages replace some of these. */
  public Messages with(Map<String, String> others) {
    Map<String, String> all = new HashMap<>(messages);
    all.putAll(others);
    return new Messages(locale, all);
  }

  /** Chooses the requested language, else the browser's first supported one, else Italian. */
  public static Messages choose(String language, String acceptLanguage) {
    if (BY_LANGUAGE.containsKey(language)) {
      return BY_LANGUAGE.get(language);
    }
    try {
      Locale best =
          Locale.lookup(
              LanguageRange.parse(acceptLanguage), LANGUAGES.stream().map(Locale::of).toList());
      return best == null ? ITALIAN : BY_LANGUAGE.get(best.getLanguage());
    } catch (IllegalArgumentException notALanguageRange) {
      return ITALIAN;
    }
  }

  private static Map<String, Messages> all() {
    Map<String, Messages> all = new LinkedHashMap<>();
    LOCALES.forEach(locale -> all.put(locale.getLanguage(), new Messages(locale)));
    return Collections.unmodifiableMap(all);
  }

  private static Map<String, String> load(String language) {
    String file = "messages_" + language + ".properties";
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Messages.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
  }

  /** Returns the value of {@code lang}, also of the attribute in HTML. */
  public String language() {
    return locale.getLanguage();
  }

  /** Returns the locale in the form of OpenGraph: «it_IT». */
  public String locale() {
    return locale.toString();
  }

  public Set<String> keys() {
    return messages.keySet();
  }

  /** Returns a message, empty if there is none with this key. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(messages.get(key));
  }

  /** Returns a message that has no placeholders. */
  public String get(String key) {
    String message = messages.get(key);
    if (message == null) {
      throw new IllegalStateException("no message “" + key + "” in " + language());
    }
    return message;
  }

  /** Returns a message with values in its placeholders {0}, {1} …. */
  public String get(String key, Object... values) {
    int[] numbers = new int[3];
    for (int i = 0; i < values.length; i++) {
      if (i >= numbers.length || !(values[i] instanceof Integer number)) {
        return formatted(key, values);
      }
      numbers[i] = number;
    }
    Counted wanted = new Counted(key, numbers[0], numbers[1], numbers[2]);
    String known = counted.get(wanted);
    return known == null ? kept(wanted, formatted(key, values)) : known;
  }

  private String kept(Counted wanted, String message) {
    if (counted.size() >= MOST_KEPT) {
      counted.clear();
    }
    counted.put(wanted, message);
    return message;
  }

  private String formatted(String key, Object... values) {
    MessageFormat format =
        formats.computeIfAbsent(key, each -> new MessageFormat(get(each), locale));
    return ((MessageFormat) format.clone()).format(values);
  }

  public String number(long number) {
    return number >= 0 && number < UNGROUPED
        ? Long.toString(number)
        : ((NumberFormat) integers.clone()).format(number);
  }

  /** Formats a share: «87 %». Only nothing is rounded to 0 and only all to 100. */
  public String percent(long part, long all) {
    long percent = Math.round(100.0 * part / all);
    if (part > 0 && part < all) {
      percent = Math.clamp(percent, 1, 99);
    }
    return NumberFormat.getPercentInstance(locale).format(percent / 100.0);
  }

  /** Formats a percentage with its decimals: «28,57%», in German «28,57 %». */
  public String percent(String canonical) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMaximumFractionDigits(3);
    return format.format(new BigDecimal(canonical).movePointLeft(2));
  }

  public String euro(String canonical) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance("EUR"));
    return format.format(new BigDecimal(canonical));
  }

  public String date(LocalDate date) {
    return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
  }

  /** Returns the name of a facet's value for people; of a tree, its last name. */
  public String label(Facet facet, String value) {
    return switch (facet.kind()) {
      case YEAR -> value.equals(Facet.NO_YEAR) ? get("year.none") : value;
      case LANGUAGE -> nameOf(value);
      case TREE, NAME -> named(facet, facet.name(value));
      default -> messages.getOrDefault(facet.kind().messages() + value.replace(' ', '-'), value);
    };
  }

  /** Returns a path of a facet with those of its names translated that have a message. */
  public TreePath path(Facet facet, TreePath path) {
    return translates(facet)
        ? new TreePath(path.names().stream().map(name -> named(facet, name)).toList())
        : path;
  }

  /** Returns whether usual values have names here; in Italian, the collection's are kept. */
  private boolean translates(Facet facet) {
    return WORDED.contains(facet) && !language().equals(LANGUAGES.getFirst());
  }

  private String named(Facet facet, String name) {
    return translates(facet)
        ? messages.getOrDefault(facet.key() + '.' + facet.identity(name).replace(' ', '-'), name)
        : name;
  }

  /** Returns the name of a language by its ISO 639-1 code; empty for the empty string. */
  public String nameOf(String language) {
    return CODES.contains(language)
        ? languages.computeIfAbsent(language, this::displayed)
        : displayed(language);
  }

  private String displayed(String language) {
    return Locale.of(language).getDisplayLanguage(locale);
  }

  /** Returns the name of a record's or document's field; an unknown label is returned as is. */
  public String field(String key) {
    return messages.getOrDefault("field." + key, key);
  }
}
