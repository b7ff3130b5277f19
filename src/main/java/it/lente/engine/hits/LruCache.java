package it.lente.engine.hits;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Caches the most recently requested answers. Safe for use by many threads. */
public final class LruCache<Q, A> {

  private final int limit;
  private final Map<Q, A> answers = new LinkedHashMap<>(16, .75f, true);

  /** Computes an answer. */
  @FunctionalInterface
  public interface Answering<A> {

    A get() throws IOException;
  }

  /**
   * Starts empty.
   *
   * @param most number of answers that are kept
   */
  public LruCache(int most) {
    this.limit = most;
  }

  /** Returns the known answer, or a new one, which is kept; two threads may compute it at once. */
  public A get(Q question, Answering<A> answer) throws IOException {
    A known = known(question);
    if (known == null) {
      known = answer.get();
      put(question, known);
    }
    return known;
  }

  /** Returns the kept answer, or null. */
  public synchronized A known(Q question) {
    return answers.get(question);
  }

  /** Keeps an answer. */
  public synchronized void put(Q question, A answer) {
    answers.put(question, answer);
    if (answers.size() > limit) {
      answers.remove(answers.keySet().iterator().next());
    }
  }
}
