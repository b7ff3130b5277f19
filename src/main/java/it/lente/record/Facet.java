package it.lente.record;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a list of processes can be narrowed by: the kind of its values and where they come from. A
 * facet's key is also the name of its parameter and of its option; the messages have its label
 * under {@code facet.} and what the option takes under {@code option.}.
 */
public enum Facet implements Keyed {
  STATUS(Kind.STATUS, RecordField.STATUS),
  YEAR(Kind.YEAR, (record, files) -> yearsOf(record.derived().years())),
  PLACE(Kind.TREE, (record, files) -> paths(record.derived().places())),
  THEME(Kind.TREE, (record, files) -> paths(record.derived().themes())),
  TECHNIQUE(Kind.NAME, RecordField.TECHNIQUES),
  LEVEL(Kind.NAME, RecordField.LEVEL),
  NATURE(Kind.NAME, RecordField.NATURE),
  /** Who decides in the end. */
  HOLDER(Kind.NAME, RecordField.DECISION_HOLDERS),
  /** What became of the attachments; a process without any has no value. */
  STATE(Kind.STATE, (record, files) -> files.stream().map(TextSummary::state).sorted()),
  /** Kinds of the attached files; a process without any has no value. */
  FILE_TYPE(Kind.FILE_TYPE, (record, files) -> typesOf(record.attachments(), files)),
  /** Languages of the attachments, as ISO 639-1 codes; those not known are no value. */
  LANGUAGE(Kind.LANGUAGE, (record, files) -> files.stream().map(TextSummary::language).sorted()),
  /** Whether an extension was asked for and granted. */
  EXTENSION(Kind.ANSWER, RecordField.EXTENSION),
  /** Whether women were among the participants. */
  WOMEN(Kind.ANSWER, RecordField.WOMEN_PRESENCE);

  /** What the values of a facet are like. */
  public enum Kind {
    /** Stages of a process, in their order. */
    STATUS("status.", true),
    /** Years in their order, and {@link #NO_YEAR}. */
    YEAR("", true),
    /** Paths; a value has parents. */
    TREE("", false),
    /** Names of an open list. */
    NAME("", false),
    STATE("state.name.", true, Stream.of(AttachmentState.values()).map(AttachmentState::key)),
    FILE_TYPE("fileType.", false, Stream.of(FileType.values()).map(FileType::key)),
    /** ISO 639-1 codes. */
    LANGUAGE("", false),
    ANSWER("answer.", true, Stream.of("yes", "no", UNKNOWN));

    private final String messages;
    private final boolean listsAll;

    /** Copied and unmodifiable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> closedList;

    Kind(String messages, boolean listsAll) {
      this(messages, listsAll, Stream.of());
    }

    Kind(String messages, boolean listsAll, Stream<String> closedList) {
      this.messages = messages;
      this.listsAll = listsAll;
      this.closedList = closedList.toList();
    }

    /** What leads the keys of the messages for values, the empty string if they have none. */
    public String messages() {
      return messages;
    }
  }

  /** The year of a process of which no year is known. */
  public static final String NO_YEAR = "none";

  /** The answer of a record that says neither yes nor no. */
  public static final String UNKNOWN = "unknown";

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

  private final String key = Key.camel(this);
  private final Kind kind;
  private final Optional<RecordField> field;

  /** Without state, which the compiler cannot see of a function. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final BiFunction<ProcessRecord, List<TextSummary>, Stream<?>> source;

  Facet(Kind kind, BiFunction<ProcessRecord, List<TextSummary>, Stream<?>> source) {
    this.kind = kind;
    this.field = Optional.empty();
    this.source = source;
  }

  Facet(Kind kind, RecordField field) {
    this.kind = kind;
    this.field = Optional.of(field);
    this.source =
        switch (kind) {
          case STATUS -> (record, files) -> record.first(field).stream().filter(Facet::nameable);
          case ANSWER -> (record, files) -> Stream.of(record.first(field).orElse(UNKNOWN));
          default -> (record, files) -> namesIn(record, field);
        };
  }

  @Override
  public String key() {
    return key;
  }

  public Kind kind() {
    return kind;
  }

  /** The field of the record that has the values, nothing if they come from elsewhere. */
  public Optional<RecordField> field() {
    return field;
  }

  /**
   * Every value under which a process counts, each once; a tree's value brings its ancestors.
   *
   * @param summaries of the record's attachments, in its order
   */
  public List<String> valuesOf(ProcessRecord record, List<TextSummary> summaries) {
    Map<String, String> first = new LinkedHashMap<>();
    source
        .apply(record, summaries)
        .map(value -> value instanceof AttachmentState state ? state.key() : value.toString())
        .filter(value -> !value.isEmpty())
        .forEach(value -> first.putIfAbsent(identity(value), value));
    return List.copyOf(first.values());
  }

  /** Whether all values are listed; of the others the most frequent and those selected are. */
  public boolean listsAll() {
    return kind.listsAll;
  }

  /** Whether a value has parents. */
  public boolean tree() {
    return kind == Kind.TREE;
  }

  /** The values that there can be, in their order; none where any may be. */
  public List<String> closedList() {
    return kind.closedList;
  }

  /** The order of a facet that lists all its values, and in others of those equally frequent. */
  public Comparator<String> order() {
    return Comparator.comparing(this::sortKey);
  }

  /** A text that sorts by itself as the value does among those of this facet. */
  public String sortKey(String value) {
    return switch (kind) {
      case STATUS -> ProcessStatus.stage(value) + value;
      case YEAR -> value;
      case STATE, ANSWER -> (char) ('a' + closedList().indexOf(value)) + value;
      default -> CaseFolding.of(name(value)) + '\0' + value;
    };
  }

  /** Returns a text that is the same for all spellings that people cannot tell apart. */
  public String identity(String value) {
    if (kind == Kind.YEAR || !closedList().isEmpty()) {
      return value;
    }
    String plain =
        SPACES
            .matcher(APOSTROPHES.matcher(CaseFolding.of(value)).replaceAll(""))
            .replaceAll(" ")
            .strip();
    return ACRONYMS.getOrDefault(plain, plain);
  }

  /** What people read of a value where no message says it better: of a path its narrowest name. */
  public String name(String value) {
    return tree() ? TreePath.parse(value).label() : value;
  }

  private static Stream<?> yearsOf(Years years) {
    return years.known() ? years.all().boxed() : Stream.of(NO_YEAR);
  }

  private static Stream<String> paths(List<TreePath> paths) {
    return paths.stream().flatMap(path -> path.withAncestors().stream()).map(TreePath::value);
  }

  private static Stream<String> namesIn(ProcessRecord record, RecordField field) {
    return record.values(field).stream()
        .filter(Facet::nameable)
        .map(name -> CONTROL_CHARACTERS.matcher(name).replaceAll(" ").strip());
  }

  /** Whether a value is short enough to choose from a list. */
  public static boolean nameable(String name) {
    return name.length() <= LONGEST_NAME && !name.contains("\n");
  }

  private static Stream<String> typesOf(List<Attachment> attachments, List<TextSummary> files) {
    return IntStream.range(0, files.size())
        .mapToObj(i -> FileType.of(attachments.get(i).file(), files.get(i).mediaType()))
        .sorted()
        .map(FileType::key);
  }
}
