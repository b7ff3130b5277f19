package it.lente.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of reading a folder.
 *
 * @param records how many were given to the reader's sink
 * @param refused how many of the problems cost a record, or a file that should be one
 * @param problems in the order in which they were met
 * @param unknownLabels each label or key that Lente does not know, and how many records bear it;
 *     what stood below it is kept in {@link it.lente.record.ProcessRecord#other()}
 * @param unread paths of files and folders that are there and could not be used, the empty string
 *     for all
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

  /** Whether a file, or a folder that it was in, is there and could not be used. */
  public boolean isUnread(String file) {
    return unread.contains("")
        || unread.contains(file)
        || unread.stream().anyMatch(path -> file.startsWith(path + "/"));
  }
}
