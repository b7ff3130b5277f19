package it.lente.app;

import it.lente.analysis.Synonyms;
import it.lente.engine.IndexHealth;
import it.lente.engine.RecordWriter;
import it.lente.engine.SearchEngine;
import java.util.function.Supplier;

/** Opens one index for reading or writing. */
interface Engines {

  /**
   * Opens a reader of the last commit, which follows new ones and waits for the first.
   *
   * @param synonyms returns those that apply to a question when it comes
   */
  SearchEngine reader(Supplier<Synonyms> synonyms);

  /** Opens a reader with the default synonyms. */
  default SearchEngine reader() {
    return reader(() -> Synonyms.SHIPPED);
  }

  /**
   * Opens the one writer.
   *
   * @param rebuild true to write everything anew; the existing index answers until the commit
   * @throws it.lente.engine.IndexLockedException if another process is writing; names it
   */
  RecordWriter writer(boolean rebuild);

  /**
   * Reads and checks the whole current index.
   *
   * @throws it.lente.engine.EngineUnavailableException if there is none
   */
  IndexHealth check();
}
