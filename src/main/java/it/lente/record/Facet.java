package it.lente.record;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a list of processes can be narrowed by. A facet's key is also its parameter's name. */
public enum Facet {
  STATUS("status"),
  YEAR("year"),
  PLACE("place"),
  THEME("theme"),
  TECHNIQUE("technique"),
  LEVEL("level"),
  NATURE("nature"),
  /** Who decides in the end. */
  HOLDER("holder"),
  /** What became of the attachments; a process without any has no value. */
  STATE("state"),
  /** Kinds of the attached files; a process without any has no value. */
  FILE_TYPE("fileType"),
  /** Languages of the attachments, as ISO 639-1 codes; those not known are no value. */
  LANGUAGE("language"),
  /** Whether an extension was asked for and granted. */
  EXTENSION("extension"),
  /** Whether women were among the participants. */
  WOMEN("women");

  /** The year of a process of which no year is known. */
  public static final String NO_YEAR = "none";

  /** The answer of a record that says neither yes nor no. */
  public static final String UNKNOWN = "unknown";

  private static final List<String> YES_NO = List.of("yes", "no", UNKNOWN);

  /** Prose in a field of keywords is searched, but it is no value to choose from a list. */
  public static final int LONGEST_NAME = 80;

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern APOSTROPHES = Pattern.compile("['`´ʼ′’‘]");

  /** Names of techniques and their acronyms, as {@link #identity} writes both. */
  private static final Map<String, String> ACRONYMS =
      Map.of(
          "ost", "open space technology",
          "open space", "open space technology",
          "easw", "european awareness scenario workshop",
          "gopp", "goal oriented project planning",
          "ngt", "nominal group technique",
          "pfr", "planning for real",
          "tdn", "tavolo di negoziazione");

  private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}");

  private final String key;

  Facet(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  public static Optional<Facet> byKey(String key) {
    return Stream.of(values()).filter(facet -> facet.key.equals(key)).findFirst();
  }

  /**
   * Every value under which a process counts, each once; a tree's value brings its ancestors.
   *
   * @param summaries of the record's attachments, in its order
   */
  public List<String> valuesOf(ProcessRecord record, List<TextSummary> summaries) {
    return switch (this) {
      case STATUS -> record.first(RecordField.STATUS).stream().filter(Facet::nameable).toList();
      case YEAR -> yearsOf(record.derived().years());
      case PLACE -> pathsOf(record.derived().places());
      case THEME -> pathsOf(record.derived().themes());
      case TECHNIQUE -> namesIn(record, RecordField.TECHNIQUES);
      case LEVEL -> namesIn(record, RecordField.LEVEL);
      case NATURE -> namesIn(record, RecordField.NATURE);
      case HOLDER -> namesIn(record, RecordField.DECISION_HOLDERS);
      case STATE ->
          summaries.stream()
              .map(TextSummary::state)
              .distinct()
              .sorted()
              .map(AttachmentState::key)
              .toList();
      case FILE_TYPE -> typesOf(record.attachments(), summaries);
      case LANGUAGE ->
          summaries.stream()
              .map(TextSummary::language)
              .filter(language -> !language.isEmpty())
              .distinct()
              .sorted()
              .toList();
      case EXTENSION -> answerTo(record, RecordField.EXTENSION);
      case WOMEN -> answerTo(record, RecordField.WOMEN_PRESENCE);
    };
  }

  /** Whether all values are listed; of the others the most frequent and those selected are. */
  public boolean listsAll() {
    return switch (this) {
      case STATUS, YEAR, STATE, EXTENSION, WOMEN -> true;
      default -> false;
    };
  }

  /** Whether a value has parents. */
  public boolean tree() {
    return this == PLACE || this == THEME;
  }

  /** The values that there can be, in their order; none where any may be. */
  public List<String> closedList() {
    return switch (this) {
      case STATE -> Stream.of(AttachmentState.values()).map(AttachmentState::key).toList();
      case FILE_TYPE -> Stream.of(FileType.values()).map(FileType::key).toList();
      case EXTENSION, WOMEN -> YES_NO;
      default -> List.of();
    };
  }

  /** The order of a facet that lists all its values, and in others of those equally frequent. */
  public Comparator<String> order() {
    return Comparator.comparing(this::sortKey);
  }

  /** A text that sorts by itself as the value does among those of this facet. */
  public String sortKey(String value) {
    return switch (this) {
      case STATUS -> Status.stage(value) + value;
      case YEAR -> value;
      case STATE, EXTENSION, WOMEN -> (char) ('a' + closedList().indexOf(value)) + value;
      default -> Folded.of(name(value)) + '\0' + value;
    };
  }

  /** Returns a text that is the same for all spellings that people cannot tell apart. */
  public String identity(String value) {
    if (this == YEAR || !closedList().isEmpty()) {
      return value;
    }
    String plain =
        SPACES
            .matcher(APOSTROPHES.matcher(Folded.of(value)).replaceAll(""))
            .replaceAll(" ")
            .strip();
    return ACRONYMS.getOrDefault(plain, plain);
  }

  /** What people read of a value where no message says it better: of a path its narrowest name. */
  public String name(String value) {
    return tree() ? TreePath.parse(value).label() : value;
  }

  private static List<String> yearsOf(Years years) {
    return years.known() ? years.all().mapToObj(Integer::toString).toList() : List.of(NO_YEAR);
  }

  private List<String> pathsOf(List<TreePath> paths) {
    return distinct(
        paths.stream().flatMap(path -> path.withAncestors().stream()).map(TreePath::value));
  }

  /** A process counts once under a value, however often it spells it. */
  private List<String> distinct(Stream<String> values) {
    Map<String, String> first = new LinkedHashMap<>();
    values.forEach(value -> first.putIfAbsent(identity(value), value));
    return List.copyOf(first.values());
  }

  private List<String> namesIn(ProcessRecord record, RecordField field) {
    return distinct(
        record.values(field).stream()
            .filter(Facet::nameable)
            .map(name -> CONTROL_CHARACTERS.matcher(name).replaceAll(" ").strip()));
  }

  /** Whether a value is short enough to choose from a list. */
  public static boolean nameable(String name) {
    return name.length() <= LONGEST_NAME && !name.contains("\n");
  }

  private static List<String> typesOf(List<Attachment> attachments, List<TextSummary> summaries) {
    return IntStream.range(0, summaries.size())
        .mapToObj(i -> FileType.of(attachments.get(i).file(), summaries.get(i).mediaType()))
        .distinct()
        .sorted()
        .map(FileType::key)
        .toList();
  }

  private static List<String> answerTo(ProcessRecord record, RecordField question) {
    return List.of(record.first(question).orElse(UNKNOWN));
  }
}
