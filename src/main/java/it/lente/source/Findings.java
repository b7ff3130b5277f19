package it.lente.source;

import it.lente.record.Reason;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects the report while a folder is read. */
final class Findings {

  private final Set<SourceProblem> problems = new LinkedHashSet<>();
  private final Map<String, Integer> unknownLabels = new TreeMap<>();
  private final Set<String> unread = new HashSet<>();
  private int refused;
  private boolean quiet;

  /** Forgets earlier findings for {@link #quiet()}. */
  void begin() {
    quiet = true;
  }

  /** Returns whether nothing was found since the last beginning. */
  boolean quiet() {
    return quiet;
  }

  /** Adds a problem that loses no record. */
  void problem(String file, int line, Reason reason) {
    problem(new SourceProblem(file, line, reason));
  }

  void problem(SourceProblem problem) {
    quiet = false;
    problems.add(problem);
  }

  /** Adds a problem that loses a record, or a file that should be one, although it exists. */
  void refusal(String file, int line, Reason reason) {
    refusal(new SourceProblem(file, line, reason));
  }

  void refusal(SourceProblem problem) {
    problem(problem);
    refused++;
    unread.add(problem.file());
  }

  /** Adds that a record is missing in the folder. */
  void lack(String file, int line, Reason reason) {
    problem(file, line, reason);
    refused++;
  }

  /** Adds an unread path, below which records may be; the empty string for the whole folder. */
  void unread(String path) {
    unread.add(path);
  }

  boolean isUnread(String path) {
    return unread.contains(path);
  }

  int refused() {
    return refused;
  }

  void unknownLabel(String label) {
    quiet = false;
    unknownLabels.merge(label, 1, Integer::sum);
  }

  SourceReport report(int records) {
    return new SourceReport(records, refused, List.copyOf(problems), unknownLabels, unread);
  }
}
