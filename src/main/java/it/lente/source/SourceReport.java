package it.lente.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Result of reading a folder.
 *
 * @param records number of records given to the reader's sink
 * @param refused number of problems that lost a record, or a file that should be one
 * @param problems in the order in which they occurred
 * @param unknownLabels each label or key that Lente does not know, with the number of its records;
 *     its text is kept in {@link it.lente.record.ProcessRecord#other()}
 * @param unread paths of files and folders that exist and could not be used, the empty string for
 *     all
 */
public record SourceReport(
    int records,
    int refused,
    List<SourceProblem> problems,
    Map<String, Integer> unknownLabels,
    Set<String> unread) {

  public SourceReport {
    problems = List.copyOf(problems);
    unread = Set.copyOf(unread);
    unknownLabels = Collections.unmodifiableMap(new LinkedHashMap<>(unknownLabels));
  }

  /** Returns whether a file, or a folder around it, exists and could not be used. */
  public boolean isUnread(String file) {
    return unread.contains("")
        || unread.contains(file)
        || unread.stream().anyMatch(path -> file.startsWith(path + "/"));
  }
}
