package it.lente.app;

import it.lente.messages.Messages;
import it.lente.record.NearestName;
import it.lente.web.Brand;
import it.lente.web.Brand.Link;
import it.lente.web.Brand.Logo;
import it.lente.web.Colour;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the brand of an institution from a file of lines such as «name = Partecipa». */
final class BrandFile {

  /** The names of texts, also valid for one language («name.en»), and the messages they replace. */
  private static final Map<String, String> TEXTS =
      new TreeMap<>(
          Map.of(
              "license", "data.license",
              "publisher-id", "data.publisher",
              "name", "site.name",
              "owner", "site.owner",
              "claim", "site.claim",
              "footer", "footer.text",
              "about", "about.what"));

  private static final List<String> OTHERS =
      List.of("colour", "logo", "address", "owner-address", "contribute", "contact");

  private static final Pattern LINK =
      Pattern.compile(
          "link\\.[1-9](\\.(address|%s))?".formatted(String.join("|", Messages.LANGUAGES)));
  private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"]+");

  /** A host, a port and a path of plain words: links begin with them, and requests must match. */
  static final Pattern SITE =
      Pattern.compile("https?://[^\\s<>\"/?#@]+(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/*");

  private static final Pattern WEB_OR_MAIL = Pattern.compile(WEB + "|mailto:[^\\s<>\"]+");
  private static final int LARGEST_LOGO = 1_000_000;

  private final Path file;
  private final Map<String, String> lines = new TreeMap<>();

  private BrandFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the whole file.
   *
   * @throws UsageException naming the file, the line and the solution
   */
  static Brand read(Path file) {
    BrandFile read = new BrandFile(file);
    read.load();
    return new Brand(
        read.texts(),
        read.colour(),
        read.logo(),
        read.links(),
        read.address("address", SITE, "https://lente.example.org or https://www.example.org/lente")
            .replaceFirst("/+$", ""),
        read.address("owner-address", WEB, "https://www.example.org"),
        read.address("contribute", WEB_OR_MAIL, "https://www.example.org/schede/{id}"),
        read.address("contact", WEB_OR_MAIL, "mailto:accessibilita@example.org"));
  }

  private void load() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new UsageException("The brand file %s cannot be read: %s".formatted(file, unreadable));
    }
    for (String name : properties.stringPropertyNames()) {
      if (!known(name)) {
        throw new UsageException(
            "%s: there is no line “%s”.%s".formatted(file, name, NearestName.hint(name, names())));
      }
      String text = properties.getProperty(name).strip();
      if (!text.isEmpty()) {
        lines.put(name, text);
      }
    }
  }

  private static boolean known(String name) {
    return names().contains(name) || LINK.matcher(name).matches();
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(OTHERS);
    names.addAll(TEXTS.keySet());
    for (String language : Messages.LANGUAGES) {
      TEXTS.keySet().forEach(name -> names.add(name + "." + language));
    }
    return names;
  }

  private Map<String, Map<String, String>> texts() {
    Map<String, Map<String, String>> texts = new HashMap<>();
    for (String language : Messages.LANGUAGES) {
      Map<String, String> messages = new HashMap<>();
      TEXTS.forEach(
          (name, message) -> text(name, language).ifPresent(text -> messages.put(message, text)));
      texts.put(language, Map.copyOf(messages));
    }
    return texts;
  }

  /** Returns a text in a language or in all; other languages than Italian fall back to English. */
  private Optional<String> text(String name, String language) {
    String others = language.equals("it") ? null : lines.get(name + ".en");
    return Optional.ofNullable(
        lines.getOrDefault(name + "." + language, lines.getOrDefault(name, others)));
  }

  private Optional<Colour> colour() {
    try {
      return Optional.ofNullable(lines.get("colour")).map(Colour::parse);
    } catch (IllegalArgumentException cannotBe) {
      throw refused("colour", cannotBe.getMessage());
    }
  }

  private Optional<Logo> logo() {
    String name = lines.get("logo");
    if (name == null) {
      return Optional.empty();
    }
    String type = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!Logo.TYPES.contains(type)) {
      throw refused("logo", "it must be a file of one of these: " + String.join(", ", Logo.TYPES));
    }
    try {
      byte[] bytes = Files.readAllBytes(file.toAbsolutePath().resolveSibling(name));
      if (bytes.length > LARGEST_LOGO) {
        throw refused("logo", "it is larger than 1 MB: take a smaller one");
      }
      return Optional.of(new Logo(type, bytes));
    } catch (IOException | InvalidPathException unreadable) {
      throw refused("logo", "it cannot be read beside the brand file (" + unreadable + ")");
    }
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (int number = 1; number <= 9; number++) {
      String name = "link." + number;
      String address = address(name + ".address", WEB_OR_MAIL, "https://www.example.org/privacy");
      Map<String, String> names = new HashMap<>();
      for (String language : Messages.LANGUAGES) {
        text(name, language).ifPresent(text -> names.put(language, text));
      }
      if (address.isEmpty() != names.isEmpty()
          || (!names.isEmpty() && names.size() < Messages.LANGUAGES.size())) {
        throw new UsageException(
            "%s: a link needs %s = its text (or %s.it and %s.en) and %s.address."
                .formatted(file, name, name, name, name));
      }
      if (!address.isEmpty()) {
        links.add(new Link(Map.copyOf(names), address));
      }
    }
    return links;
  }

  private String address(String name, Pattern allowed, String example) {
    String address = lines.getOrDefault(name, "");
    Predicate<String> fits = allowed.asMatchPredicate();
    if (!address.isEmpty() && !fits.test(address)) {
      throw refused(name, "it must be an address such as " + example);
    }
    return address;
  }

  private UsageException refused(String name, String cure) {
    return new UsageException(
        "%s: “%s = %s” cannot be used: %s.".formatted(file, name, lines.get(name), cure));
  }
}
