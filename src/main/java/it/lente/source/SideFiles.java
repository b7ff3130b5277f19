package it.lente.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** The files beside a record that bear its id: manifests and addresses. */
final class SideFiles {

  static final String MANIFEST = ".attachments.json";
  static final String ADDRESS = ".url";

  private static final String SHORTCUT_KEY = "URL=";

  private final Path folder;
  private final Findings findings;
  private final Map<String, String> unclaimed = new HashMap<>();

  SideFiles(Path folder, List<String> files, Findings findings) {
    this.folder = folder;
    this.findings = findings;
    for (String file : files) {
      for (String ending : List.of(MANIFEST, ADDRESS)) {
        if (file.endsWith(ending)) {
          String stem = fileName(file).substring(0, fileName(file).length() - ending.length());
          unclaimed.put(directory(file) + RecordId.of(stem) + ending, file);
        }
      }
    }
  }

  static boolean is(String file) {
    return file.endsWith(MANIFEST) || file.endsWith(ADDRESS);
  }

  /** The entries of the manifest beside a record, none if there is no manifest. */
  List<ManifestEntry> manifest(String recordFile, String id) {
    Optional<String> file = claim(recordFile, id, MANIFEST);
    if (file.isEmpty()) {
      return List.of();
    }
    String name = file.get();
    Optional<String> text = text(name);
    try {
      return text.map(JsonRecords.MAPPER::readTree)
          .map(list -> Manifest.read(list, reason -> findings.problem(name, 0, reason)))
          .orElse(List.of());
    } catch (JacksonException broken) {
      int line = broken.getLocation() == null ? 0 : Math.max(0, broken.getLocation().getLineNr());
      findings.problem(name, line, "the JSON is broken; mend it, the manifest is not used");
      return List.of();
    }
  }

  /** The web address in the side file beside a record. */
  Optional<String> address(String recordFile, String id) {
    Optional<String> file = claim(recordFile, id, ADDRESS);
    Optional<String> address =
        file.flatMap(this::text)
            .flatMap(text ->
                text.lines()
                    .map(Spelling::stripped)
                    .map(SideFiles::withoutKey)
                    .filter(WebAddress::is)
                    .findFirst());
    if (file.isPresent() && address.isEmpty()) {
      findings.problem(file.get(), 0, "holds no web address; write one line with https://…");
    }
    return address;
  }

  void reportUnclaimed() {
    unclaimed.values().stream()
        .sorted()
        .forEach(file ->
            findings.problem(
                file, 0, "stands beside no record of this name; rename it to the record's id"));
  }

  private Optional<String> claim(String recordFile, String id, String ending) {
    return Optional.ofNullable(unclaimed.remove(directory(recordFile) + id + ending));
  }

  private Optional<String> text(String file) {
    try {
      return Optional.of(SourceText.read(folder.resolve(file)).text());
    } catch (UnusableFileException unusable) {
      findings.problem(file, 0, unusable.getMessage());
    } catch (IOException e) {
      findings.problem(file, 0, "cannot be read (" + e + "); check who may read it");
    }
    return Optional.empty();
  }

  private static String withoutKey(String line) {
    return line.startsWith(SHORTCUT_KEY) ? line.substring(SHORTCUT_KEY.length()) : line;
  }

  private static String directory(String file) {
    return file.substring(0, file.lastIndexOf('/') + 1);
  }

  static String fileName(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
