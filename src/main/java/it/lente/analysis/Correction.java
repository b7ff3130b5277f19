package it.lente.analysis;

import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Replaces words of a question that are rare or absent in the collection by words of the
 * collection, in the collection's spelling.
 */
public final class Correction {

  private static final int SHORTEST = 4;

  /** A correction must be this many times more frequent than the typed word. */
  private static final int MUCH_MORE = 10;

  private final Dictionary dictionary;

  private Correction(TextQuery query, Dictionary dictionary) {
    this.dictionary = LookUpBudget.Bounded.of(query, dictionary);
  }

  /** Returns the corrected question, empty if every word is probably intended. */
  public static Optional<TextQuery> of(TextQuery query, Dictionary dictionary) {
    Correction correction = new Correction(query, dictionary);
    TextQuery corrected = query.wanting(correction::corrected);
    return corrected.condition().equals(query.condition())
        ? Optional.empty()
        : Optional.of(corrected);
  }

  private Clause corrected(Clause clause) {
    if (clause.kind() != Kind.WORD && clause.kind() != Kind.PHRASE) {
      return clause;
    }
    StringBuilder text = new StringBuilder();
    int at = 0;
    FormReader reader = new FormReader();
    reader.read(clause.text());
    while (reader.next()) {
      Optional<String> better = better(reader.form());
      if (better.isPresent()) {
        text.append(clause.text(), at, reader.start()).append(better.get());
        at = reader.end();
      }
    }
    text.append(clause.text(), at, clause.text().length());
    return new Clause(clause.kind(), text.toString(), clause.edits(), clause.field());
  }

  private Optional<String> better(String form) {
    if (form.length() < SHORTEST
        || form.length() > SpellingFallback.LONGEST
        || !SpellingFallback.isOfLetters(form)
        || !FunctionWords.leaveOver(form)) {
      return Optional.empty();
    }
    long frequency = dictionary.frequency(Inflections.of(form));
    List<String> words =
        frequency == 0
            ? SpellingFallback.near(form, dictionary)
            : SpellingFallback.nearKnown(form, dictionary);
    return words.stream()
        .filter(SpellingFallback::isOfLetters)
        .findFirst()
        .filter(near -> dictionary.frequency(List.of(near)) > MUCH_MORE * frequency);
  }
}
