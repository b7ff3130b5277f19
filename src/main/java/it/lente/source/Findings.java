package it.lente.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the report while a folder is read. */
final class Findings {

  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> unknownLabels = new TreeMap<>();
  private int refused;

  /** Something was amiss, but no record is lost. */
  void problem(String file, int line, String reason) {
    problems.add(new Problem(file, line, reason));
  }

  /** A record is lost, or a file that should be one. */
  void refusal(String file, int line, String reason) {
    problem(file, line, reason);
    refused++;
  }

  void unknownLabel(String label) {
    unknownLabels.merge(label, 1, Integer::sum);
  }

  SourceReport report(int records) {
    return new SourceReport(records, refused, problems, unknownLabels);
  }
}
