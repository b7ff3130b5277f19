package it.lente.index;

import it.lente.record.ProcessRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Where a run gets its records from. */
public interface Records {

  /**
   * Gives every record once, each id at most once.
   *
   * @throws IOException if the collection as a whole cannot be read; one bad record is no reason
   */
  Account read(Consumer<ProcessRecord> each) throws IOException;

  /**
   * What there is to say after reading.
   *
   * @param failed how many records could not be used
   * @param problems what could not be used, or not wholly, and why
   * @param unknownLabels labels that Lente does not know, and how often each occurs
   */
  record Account(int failed, List<Problem> problems, Map<String, Integer> unknownLabels) {

    public Account {
      problems = List.copyOf(problems);
      unknownLabels = Map.copyOf(unknownLabels);
    }
  }
}
