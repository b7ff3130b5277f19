package it.lente.engine.lucene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.util.IOSupplier;

/** Caches the most recently requested answers. Safe for use by many threads. */
final class LruCache<Q, A> {

  private final int limit;
  private final Map<Q, A> answers = new LinkedHashMap<>(16, .75f, true);

  LruCache(int most) {
    this.limit = most;
  }

  /** Returns the known answer, or a new one, which is kept; two threads may compute it at once. */
  A get(Q question, IOSupplier<A> answer) throws IOException {
    A known = known(question);
    if (known == null) {
      known = answer.get();
      put(question, known);
    }
    return known;
  }

  /** Returns the kept answer, or null. */
  synchronized A known(Q question) {
    return answers.get(question);
  }

  synchronized void put(Q question, A answer) {
    answers.put(question, answer);
    if (answers.size() > limit) {
      answers.remove(answers.keySet().iterator().next());
    }
  }
}
