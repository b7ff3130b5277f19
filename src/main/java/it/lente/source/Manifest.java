package it.lente.source;

import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a list of attachments: {@code [{"file", "title", "url", "date"}, …]}. */
final class Manifest {

  /** Reads manifests and records alike. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Set<String> KEYS = Set.of("file", "title", "url", "date");

  private Manifest() {}

  /** Returns the usable entries; the reason for each other goes to {@code problems}. */
  static List<ManifestEntry> read(JsonNode list, Consumer<Reason> problems) {
    if (!list.isArray()) {
      problems.accept(ReasonCode.NO_LIST.with("{\"file\": \"report.pdf\", \"title\": \"…\"}"));
      return List.of();
    }
    List<ManifestEntry> entries = new ArrayList<>();
    Set<String> files = new HashSet<>();
    for (JsonNode node : list.values()) {
      entry(node, problems)
          .ifPresent(entry -> {
            if (files.add(entry.file())) {
              entries.add(entry);
            } else {
              problems.accept(ReasonCode.ATTACHMENT_TWICE.with(entry.file()));
            }
          });
    }
    return entries;
  }

  private static Optional<ManifestEntry> entry(JsonNode node, Consumer<Reason> problems) {
    Optional<String> file = text(node, "file");
    if (file.isEmpty()) {
      problems.accept(ReasonCode.NO_FILE.with());
      return Optional.empty();
    }
    if (!inside(file.get())) {
      problems.accept(ReasonCode.FILE_OUTSIDE.with(RecordDraft.shortened(file.get())));
      return Optional.empty();
    }
    for (String key : node.propertyNames()) {
      if (!KEYS.contains(key)) {
        problems.accept(ReasonCode.UNKNOWN_KEY.with(file.get(), RecordDraft.shortened(key)));
      }
    }
    return Optional.of(
        new ManifestEntry(
            file.get(),
            text(node, "title").map(Markup::plain).map(Spelling::stripped),
            url(node, file.get(), problems),
            date(node, file.get(), problems)));
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Optional.ofNullable(node.get(key))
        .filter(value -> !value.isContainer() && !value.isNull())
        .map(JsonNode::asString)
        .map(Spelling::stripped)
        .filter(text -> !text.isEmpty());
  }

  private static Optional<String> url(JsonNode node, String file, Consumer<Reason> problems) {
    Optional<String> url = text(node, "url");
    if (url.isPresent() && !WebAddress.is(url.get())) {
      problems.accept(ReasonCode.ADDRESS_UNUSED.with(RecordDraft.shortened(url.get()), file));
      return Optional.empty();
    }
    return url;
  }

  private static Optional<LocalDate> date(JsonNode node, String file, Consumer<Reason> problems) {
    Optional<String> text = text(node, "date");
    Optional<LocalDate> date = text.flatMap(ItalianDate::parse);
    if (text.isPresent() && date.isEmpty()) {
      problems.accept(ReasonCode.DAY_UNUSED.with(RecordDraft.shortened(text.get()), file));
    }
    return date;
  }

  /** Returns whether a path stays in the folder and names no hidden file. */
  private static boolean inside(String file) {
    try {
      boolean relative = !FileSystems.getDefault().getPath(file).isAbsolute();
      return relative
          && file.indexOf('\\') < 0
          && Stream.of(file.split("/", -1))
              .noneMatch(name -> name.isEmpty() || name.startsWith("."));
    } catch (InvalidPathException unusable) {
      return false;
    }
  }
}
