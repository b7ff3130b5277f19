package it.lente.app;

import it.lente.analysis.Synonyms;
import it.lente.engine.IndexHealth;
import it.lente.engine.RecordWriter;
import it.lente.engine.SearchEngine;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Opens the two sides of an index. */
interface Engines {

  /**
   * Answers from the last commit, follows new ones, and waits for the first if there is none.
   *
   * @param synonyms those that hold when a question comes
   */
  SearchEngine reader(Path index, Supplier<Synonyms> synonyms);

  /** With the synonyms that are shipped. */
  default SearchEngine reader(Path index) {
    return reader(index, () -> Synonyms.SHIPPED);
  }

  /**
   * Opens the one writer.
   *
   * @param rebuild to write all anew beside what is there, which answers until the commit
   * @throws it.lente.engine.IndexLockedException if somebody else is writing, naming who
   */
  RecordWriter writer(Path index, boolean rebuild);

  /**
   * Reads the whole index that answers.
   *
   * @throws it.lente.engine.EngineUnavailableException if there is none
   */
  IndexHealth check(Path index);
}
