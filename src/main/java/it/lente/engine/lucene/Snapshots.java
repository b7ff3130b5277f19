package it.lente.engine.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Provides the snapshots that questions are answered from. */
interface Snapshots extends AutoCloseable {

  /**
   * Returns the current snapshot, which the caller releases.
   *
   * @throws it.lente.engine.EngineUnavailableException if there is none
   */
  Snapshot take();

  IndexFolder folder();

  /** Returns the generation of the current snapshot. */
  int generation();

  @Override
  void close();

  /** Provides the current snapshot until it is closed; Lucene keeps the files of one in use. */
  default Snapshots kept() {
    return new Kept(take(), folder(), generation());
  }

  /** Provides one snapshot, which it took. */
  record Kept(Snapshot snapshot, IndexFolder folder, int generation) implements Snapshots {

    @Override
    public Snapshot take() {
      if (!snapshot.take()) {
        throw new IllegalStateException("the snapshot is closed");
      }
      return snapshot;
    }

    @Override
    public void close() {
      try {
        snapshot.release();
      } catch (IOException e) {
        throw new UncheckedIOException("the index cannot be closed", e);
      }
    }
  }
}
