package it.lente.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of reading a folder.
 *
 * @param records how many were given to the reader's sink
 * @param refused how many of the problems cost a record, or a file that should be one
 * @param problems in the order in which they were met
 * @param unknownLabels each label or key that Lente does not know, and how many records bear it;
 *     what stood below it is kept in {@link it.lente.record.ProcessRecord#other()}
 */
public record SourceReport(
    int records, int refused, List<Problem> problems, Map<String, Integer> unknownLabels) {

  public SourceReport {
    problems = List.copyOf(problems);
    unknownLabels = Collections.unmodifiableMap(new LinkedHashMap<>(unknownLabels));
  }
}
