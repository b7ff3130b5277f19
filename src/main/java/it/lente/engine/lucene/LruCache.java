package it.lente.engine.lucene;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Caches the most recently requested answers. Safe for use by many threads. */
final class LruCache<Q, A> {

  private final int limit;
  private final Map<Q, A> answers = new LinkedHashMap<>(16, .75f, true);

  LruCache(int most) {
    this.limit = most;
  }

  synchronized Optional<A> get(Q question) {
    return Optional.ofNullable(answers.get(question));
  }

  synchronized void put(Q question, A answer) {
    answers.put(question, answer);
    if (answers.size() > limit) {
      answers.remove(answers.keySet().iterator().next());
    }
  }
}
