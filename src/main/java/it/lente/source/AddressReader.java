package it.lente.source;

import it.lente.record.TreePath;
import it.lente.source.Gazetteer.Municipality;
import it.lente.source.Gazetteer.Province;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the municipality and its province in a line such as «Via Roma 1, 40124 Bologna, BO». */
final class AddressReader {

  private static final Pattern COUNTRY =
      Pattern.compile("[\\s,.;-]*\\b(?:italia|italy)\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern BRACKETED = Pattern.compile("\\(\\s*(\\p{L}{2})\\s*\\)");
  private static final Pattern LAST_CODE = Pattern.compile("[\\s,-]([A-Z]{2})\\s*$");
  private static final Pattern POSTCODE = Pattern.compile("(?<!\\d)(\\d{5})(?!\\d)");
  private static final Pattern TRIMMINGS = Pattern.compile("^[\\s.:;()-]+|[\\s.:;()-]+$");
  private static final Set<String> SMALL_WORDS =
      Set.of(
          "a", "al", "alla", "con", "d", "da", "de", "degli", "dei", "del", "della", "delle", "di",
          "e", "in", "nel", "nella", "sul", "sulla", "sopra", "sotto");

  private AddressReader() {}

  /** Returns the path of each line that names a place. */
  static List<TreePath> read(String address) {
    return address.lines().flatMap(line -> place(line).stream()).distinct().toList();
  }

  private static Optional<TreePath> place(String line) {
    String address = COUNTRY.matcher(line).replaceFirst("");
    Optional<String> postcode = firstGroup(POSTCODE, address);
    Optional<Province> coded = code(address);
    Optional<Province> province =
        coded.or(() -> postcode.flatMap(Gazetteer.ITALY::provinceByPostcode));
    List<String> names = names(withoutCode(address, coded.isPresent()), postcode);
    for (String name : names) {
      Optional<Municipality> found = choose(Gazetteer.ITALY.municipalities(name), province);
      if (found.isPresent()) {
        return found.map(Municipality::path);
      }
    }
    return province.map(known -> unlisted(names, known, postcode.isPresent()));
  }

  /**
   * Chooses the municipality of a name that the rest of the address admits. An old province code is
   * overruled within its region: «Vimercate (MI)» has long been in Monza e della Brianza.
   */
  static Optional<Municipality> choose(List<Municipality> named, Optional<Province> province) {
    if (province.isEmpty()) {
      return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }
    Province known = province.get();
    Optional<Municipality> inProvince =
        named.stream().filter(one -> one.province().equals(known)).findFirst();
    List<Municipality> inRegion =
        named.stream().filter(one -> one.province().region().equals(known.region())).toList();
    return inProvince.or(
        () -> inRegion.size() == 1 ? Optional.of(inRegion.getFirst()) : Optional.empty());
  }

  /** Keeps the name of a municipality that is on no list, because it was merged into another. */
  private static TreePath unlisted(List<String> names, Province province, boolean postcode) {
    boolean named = postcode && !names.isEmpty() && names.getFirst().length() > 1;
    return named
        ? TreePath.of(province.region(), province.name(), capitalised(names.getFirst()))
        : province.path();
  }

  private static Optional<Province> code(String address) {
    Optional<String> bracketed =
        BRACKETED.matcher(address).results().map(match -> match.group(1)).reduce((a, b) -> b);
    return bracketed
        .flatMap(Gazetteer.ITALY::provinceByCode)
        .or(() -> firstGroup(LAST_CODE, address).flatMap(Gazetteer.ITALY::provinceByCode));
  }

  private static String withoutCode(String address, boolean coded) {
    String plain = BRACKETED.matcher(address).replaceAll(" ");
    return coded ? LAST_CODE.matcher(plain).replaceFirst("") : plain;
  }

  private static Optional<String> firstGroup(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Returns possible municipalities, the most probable first: after the postcode, then the end. */
  private static List<String> names(String address, Optional<String> postcode) {
    List<String> names = new ArrayList<>();
    int cut = postcode.map(address::indexOf).orElse(-1);
    if (cut >= 0) {
      names.addAll(parts(address.substring(cut + postcode.get().length())));
    }
    List<String> before = parts(cut >= 0 ? address.substring(0, cut) : address);
    names.addAll(before.reversed());
    return names;
  }

  private static List<String> parts(String text) {
    return Stream.of(text.split(",|\\s[-–—]\\s", -1))
        .map(part -> TRIMMINGS.matcher(part).replaceAll(""))
        .map(Spelling::stripped)
        .filter(part -> part.chars().anyMatch(Character::isLetter))
        .toList();
  }

  private static String capitalised(String name) {
    if (!name.equals(name.toUpperCase(Locale.ITALIAN))) {
      return name;
    }
    List<String> words = new ArrayList<>();
    for (String word : name.toLowerCase(Locale.ITALIAN).split(" ", -1)) {
      boolean small = !words.isEmpty() && SMALL_WORDS.contains(word);
      words.add(
          small || word.isEmpty()
              ? word
              : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return String.join(" ", words);
  }
}
