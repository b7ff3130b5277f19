package it.lente.source;

import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** The files whose names begin with the id of a record: manifests and addresses. */
final class SideFiles {

  private static final String MANIFEST = ".attachments.json";
  private static final String ADDRESS = ".url";
  private static final List<String> ENDINGS = List.of(MANIFEST, ADDRESS);

  private static final String SHORTCUT_KEY = "URL=";

  private final Path folder;
  private final Findings findings;
  private final Map<String, FoundFile> unclaimed = new HashMap<>();

  /** Unusable files by the ids of their records. */
  private final Map<String, String> unread = new HashMap<>();

  SideFiles(Path folder, List<FoundFile> files, Findings findings) {
    this.folder = folder;
    this.findings = findings;
    for (FoundFile file : files) {
      for (String ending : ENDINGS) {
        if (file.path().endsWith(ending)) {
          String stem = file.name().substring(0, file.name().length() - ending.length());
          unclaimed.put(file.directory() + RecordId.of(stem) + ending, file);
        }
      }
    }
  }

  static boolean is(FoundFile file) {
    return ENDINGS.stream().anyMatch(file.path()::endsWith);
  }

  /** Returns a stamp that changes if one of the side files of a record has changed. */
  String stamp(String recordFile, String id) {
    return ENDINGS.stream()
        .map(ending -> unclaimed.get(beside(recordFile, id, ending)))
        .map(file -> file == null ? "" : file.stamp())
        .collect(Collectors.joining(" "));
  }

  /** Marks the side files of a record that is not read as belonging to a record. */
  void claim(String recordFile, String id) {
    ENDINGS.forEach(ending -> unclaimed.remove(beside(recordFile, id, ending)));
  }

  /** Returns the entries of a record's manifest, none if there is no manifest. */
  List<ManifestEntry> manifest(String recordFile, String id) {
    Optional<String> file = claim(recordFile, id, MANIFEST);
    if (file.isEmpty()) {
      return List.of();
    }
    String name = file.get();
    Optional<String> text = text(name, id);
    try {
      return text.map(Manifest.MAPPER::readTree)
          .map(list -> Manifest.read(list, reason -> findings.problem(name, 0, reason)))
          .orElse(List.of());
    } catch (JacksonException broken) {
      JsonFault fault = JsonFault.of(broken, text.orElse(""));
      unread.put(id, name);
      String place = "position " + fault.position();
      Reason reason = ReasonCode.MANIFEST_BROKEN.with(fault.cause());
      findings.problem(new SourceProblem(name, fault.line(), place, reason));
      return List.of();
    }
  }

  /** Returns the web address in a record's side file. */
  Optional<String> address(String recordFile, String id) {
    Optional<String> file = claim(recordFile, id, ADDRESS);
    Optional<String> address =
        file.flatMap(name -> text(name, id))
            .flatMap(text ->
                text.lines()
                    .map(Spelling::stripped)
                    .map(SideFiles::withoutKey)
                    .filter(WebAddress::is)
                    .findFirst());
    if (file.isPresent() && address.isEmpty()) {
      findings.problem(file.get(), 0, ReasonCode.NO_ADDRESS.with());
    }
    return address;
  }

  void reportUnclaimed() {
    unclaimed.values().stream()
        .map(FoundFile::path)
        .sorted()
        .forEach(file -> findings.problem(file, 0, ReasonCode.BESIDE_NOTHING.with()));
  }

  private Optional<String> claim(String recordFile, String id, String ending) {
    return Optional.ofNullable(unclaimed.remove(beside(recordFile, id, ending)))
        .map(FoundFile::path);
  }

  private static String beside(String recordFile, String id, String ending) {
    return recordFile.substring(0, recordFile.lastIndexOf('/') + 1) + id + ending;
  }

  /** Returns the side file of a record that exists and could not be used. */
  Optional<String> unread(String id) {
    return Optional.ofNullable(unread.get(id));
  }

  private Optional<String> text(String file, String id) {
    try {
      return Optional.of(SourceText.read(folder.resolve(file)).text());
    } catch (IOException e) {
      findings.problem(file, 0, UnusableFileException.reason(e));
      unread.put(id, file);
      return Optional.empty();
    }
  }

  private static String withoutKey(String line) {
    return line.startsWith(SHORTCUT_KEY) ? line.substring(SHORTCUT_KEY.length()) : line;
  }
}
