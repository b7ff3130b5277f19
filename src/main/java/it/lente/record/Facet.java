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
 * The facets that filter lists of processes: the kind and source of their values. A facet's key is
 * also the name of its parameter and of its option; its label is the message {@code facet.} with
 * the key, the description of its option {@code option.} with the key.
 */
public enum Facet implements Keyed {
  STATUS(Kind.STATUS, RecordField.STATUS),
  YEAR(Kind.YEAR, (record, files) -> yearsOf(record.derived().years())),
  PLACE(Kind.TREE, (record, files) -> paths(record.derived().places())),
  THEME(Kind.TREE, (record, files) -> paths(record.derived().themes())),
  TECHNIQUE(Kind.NAME, RecordField.TECHNIQUES),
  LEVEL(Kind.NAME, RecordField.LEVEL),
  NATURE(Kind.NAME, RecordField.NATURE),
  /** The bodies that make the final decision. */
  HOLDER(Kind.NAME, RecordField.DECISION_HOLDERS),
  /** States of the attachments; a process without attachments has no value. */
  STATE(Kind.STATE, (record, files) -> files.stream().map(TextSummary::state).sorted()),
  /** Kinds of the attached files; a process without any has no value. */
  FILE_TYPE(Kind.FILE_TYPE, (record, files) -> typesOf(record.attachments(), files)),
  /** Languages of the attachments, as ISO 639-1 codes; unknown languages are no value. */
  LANGUAGE(Kind.LANGUAGE, (record, files) -> files.stream().map(TextSummary::language).sorted()),
  /** Values: an extension was requested and granted, or not. */
  EXTENSION(Kind.ANSWER, RecordField.EXTENSION),
  /** Values: women were among the participants, or not. */
  WOMEN(Kind.ANSWER, RecordField.WOMEN_PRESENCE);

  /** The kinds of values. */
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

    /** Returns the prefix of the message keys for values, the empty string if they have none. */
    public String messages() {
      return messages;
    }
  }

  /** The value of a process of which no year is known. */
  public static final String NO_YEAR = "none";

  /** The value of a record that has neither yes nor no. */
  public static final String UNKNOWN = "unknown";

  /** Longer texts in a keyword field are prose: searched, but no values of a facet. */
  public static final int LONGEST_NAME = 80;

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern APOSTROPHES = Pattern.compile("['`´ʼ′’‘]");

  /** Names of techniques and their acronyms, in the form of {@link #identity}. */
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

  /** The functions have no state, which the compiler cannot see. */
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

  /** Returns the record's field with the values, empty if they come from elsewhere. */
  public Optional<RecordField> field() {
    return field;
  }

  /**
   * Returns every value under which a process counts, each once; in a tree with its ancestors.
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

  /** Returns whether all values are listed; else the most frequent and the selected ones are. */
  public boolean listsAll() {
    return kind.listsAll;
  }

  public boolean tree() {
    return kind == Kind.TREE;
  }

  /** Returns the possible values in their order; empty if any value is possible. */
  public List<String> closedList() {
    return kind.closedList;
  }

  /** Returns the order of a facet that lists all values; in others, of equally frequent ones. */
  public Comparator<String> order() {
    return Comparator.comparing(this::sortKey);
  }

  /** Returns a text that sorts in the order of this facet's values. */
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

  /** Returns the name of a value that has no message: of a path, the last name. */
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

  /** Returns whether a value is short enough to choose from a list. */
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
