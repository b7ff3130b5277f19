import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps of the design system's styles those that pages can use, a fifteenth of their bytes: rules
 * whose classes and ids are named in a template, a script or a class that writes HTML, and the
 * variables that these rules or our own styles read. What is kept stays as it is, to the letter.
 * Run by the build with the design system on the class path:
 *
 * <pre>java -cp … tools/UsedStyles.java RESOURCE TARGET FOLDER…</pre>
 */
final class UsedStyles {

  /** Whose work the styles are, and its licences. */
  private static final Pattern NOTICE = Pattern.compile("(?s)/\\*!.*?\\*/");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
  /** The beginning of a name that is put together, as in {@code icon-${size}}. */
  private static final Pattern BEGINNING = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*-(?=\\$\\{)");

  private static final Pattern VARIABLE = Pattern.compile("var\\(\\s*(--[A-Za-z0-9_-]+)");

  private static final String MOTION = "@keyframes";
  private static final Pattern GROUP = Pattern.compile("@(media|supports|container|layer)\\b");

  /** A class or an id in a selector, with what is escaped. */
  private static final Pattern NAMED = Pattern.compile("[.#]((?:\\\\.|[A-Za-z0-9_-])+)");

  /** What a selector excludes or quotes, where a name needs no element that has it. */
  private static final Pattern UNNEEDED =
      Pattern.compile(":(?:not|is|where|has)\\((?:[^()]|\\([^()]*\\))*\\)|\\[[^\\]]*\\]");

  private final Set<String> names = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();
  private final Set<String> variables = new HashSet<>();

  /**
   * A rule.
   *
   * @param selector or the name and condition of a group of rules
   * @param parts declarations, or the rules of a group
   */
  private record Rule(String selector, List<?> parts) {

    boolean isGroup() {
      return GROUP.matcher(selector).lookingAt();
    }

    boolean isMotion() {
      return selector.startsWith(MOTION);
    }

    /** Returns whether some styles name this motion. */
    boolean isNamed(String styles) {
      String name = Pattern.quote(selector.substring(MOTION.length()).strip());
      return Pattern.compile("animation[a-z-]*:[^;}]*\\b" + name + "\\b").matcher(styles).find();
    }

    List<Rule> rules() {
      return parts.stream().map(Rule.class::cast).toList();
    }

    List<String> declarations() {
      return parts.stream().map(String.class::cast).toList();
    }

    @Override
    public String toString() {
      String inside =
          parts.stream().map(Object::toString).collect(Collectors.joining(isGroup() ? "" : ";"));
      return selector + "{" + inside + "}\n";
    }
  }

  public static void main(String[] args) throws IOException {
    UsedStyles used = new UsedStyles();
    for (String folder : List.of(args).subList(2, args.length)) {
      used.read(Path.of(folder));
    }
    Path target = Path.of(args[1]);
    Files.createDirectories(target.getParent());
    String styles = resource(args[0]);
    String notice = NOTICE.matcher(styles).results().findFirst().orElseThrow().group();
    Files.writeString(target, notice + "\n" + used.of(rules(styles)));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = UsedStyles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("There is no %s on the class path.".formatted(name));
      }
      // The mark of the encoding is no part of the first selector.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
    }
  }

  /** Reads what the files of a folder name, whether as a class or not, and which variables. */
  private void read(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        // A name in our own styles makes no element.
        if (!file.toString().endsWith(".css")) {
          NAME.matcher(text).results().map(MatchResult::group).forEach(names::add);
          BEGINNING.matcher(text).results().map(MatchResult::group).forEach(beginnings::add);
        }
        addVariables(text);
      }
    }
  }

  private boolean addVariables(String text) {
    boolean some = false;
    for (Matcher found = VARIABLE.matcher(text); found.find(); ) {
      some |= variables.add(found.group(1));
    }
    return some;
  }

  private String of(List<Rule> all) {
    List<Rule> some = all.stream().flatMap(rule -> used(rule).stream()).toList();
    String styles = text(some.stream().filter(rule -> !rule.isMotion()));
    List<Rule> rules =
        some.stream().filter(rule -> !rule.isMotion() || rule.isNamed(styles)).toList();
    while (rules.stream().map(this::readVariables).reduce(false, Boolean::logicalOr)) {
      // A variable may be read by the value of another.
    }
    return text(rules.stream().flatMap(rule -> withoutVariables(rule).stream()));
  }

  private static String text(Stream<Rule> rules) {
    return rules.map(Rule::toString).collect(Collectors.joining());
  }

  /** Returns what is used of a rule: the rule without some selectors or rules in it, or nothing. */
  private List<Rule> used(Rule rule) {
    if (rule.isGroup()) {
      List<Rule> some = rule.rules().stream().flatMap(each -> used(each).stream()).toList();
      return some.isEmpty() ? List.of() : List.of(new Rule(rule.selector(), some));
    }
    if (rule.selector().startsWith("@")) {
      // Our own styles name the fonts.
      return rule.selector().startsWith("@font-face") ? List.of() : List.of(rule);
    }
    List<String> some = split(rule.selector(), ',').stream().filter(this::isUsed).toList();
    return some.isEmpty() ? List.of() : List.of(new Rule(String.join(",", some), rule.parts()));
  }

  private boolean isUsed(String selector) {
    return NAMED
        .matcher(UNNEEDED.matcher(selector).replaceAll(""))
        .results()
        .allMatch(name -> isUsedName(name.group(1).replace("\\", "")));
  }

  private boolean isUsedName(String name) {
    return names.contains(name) || beginnings.stream().anyMatch(name::startsWith);
  }

  private boolean readVariables(Rule rule) {
    boolean some = false;
    if (rule.isGroup()) {
      for (Rule each : rule.rules()) {
        some |= readVariables(each);
      }
      return some;
    }
    for (String each : rule.declarations()) {
      some |= !isUnused(each) && addVariables(each);
    }
    return some;
  }

  private List<Rule> withoutVariables(Rule rule) {
    List<?> some =
        rule.isGroup()
            ? rule.rules().stream().flatMap(each -> withoutVariables(each).stream()).toList()
            : rule.declarations().stream().filter(each -> !isUnused(each)).toList();
    return some.isEmpty() ? List.of() : List.of(new Rule(rule.selector(), some));
  }

  /** Returns whether a declaration sets a variable that nothing reads. */
  private boolean isUnused(String declaration) {
    return declaration.startsWith("--")
        && !variables.contains(declaration.substring(0, declaration.indexOf(':')).strip());
  }

  private static List<Rule> rules(String styles) {
    List<Rule> rules = new ArrayList<>();
    String text = styles.replaceAll("(?s)/\\*.*?\\*/", "").strip();
    int start = 0;
    while (start < text.length()) {
      int opens = find(text, start, '{');
      String selector = text.substring(start, opens).strip();
      while (find(selector, 0, ';') < selector.length()) {
        // The server names the encoding.
        if (!selector.startsWith("@charset")) {
          throw new IllegalArgumentException("“%s” is not understood.".formatted(selector));
        }
        selector = selector.substring(find(selector, 0, ';') + 1).strip();
      }
      int closes = find(text, opens + 1, '}');
      rules.add(rule(selector, text.substring(opens + 1, closes)));
      start = closes + 1;
    }
    return rules;
  }

  private static Rule rule(String selector, String inside) {
    if (new Rule(selector, List.of()).isGroup()) {
      return new Rule(selector, rules(inside));
    }
    return new Rule(
        selector, selector.startsWith(MOTION) ? List.of(inside) : split(inside, ';'));
  }

  private static List<String> split(String text, char sign) {
    List<String> parts = new ArrayList<>();
    for (int start = 0; start <= text.length(); ) {
      int end = find(text, start, sign);
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    return parts;
  }

  /** Returns where a sign is next, but not within quotation marks and brackets; else the end. */
  private static int find(String text, int from, char sign) {
    int depth = 0;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '\\') {
        i++;
      } else if (quote != 0) {
        quote = each == quote ? 0 : quote;
      } else if (depth == 0 && each == sign) {
        return i;
      } else if (each == '"' || each == '\'') {
        quote = each;
      } else if ("({[".indexOf(each) >= 0) {
        depth++;
      } else if (")}]".indexOf(each) >= 0) {
        depth--;
      }
    }
    return text.length();
  }
}
