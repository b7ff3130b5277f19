package it.lente.analysis;

import it.lente.analysis.Dictionary.Forms;
import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.QueryPart.Word;
import it.lente.record.Substitution;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists everything that a clause can match: its words in all their forms and spellings. */
final class Alternatives {

  /** Effort of each way of citing an act, which is searched as a phrase in each field. */
  private static final int PHRASE = 256;

  private final LookUpBudget.Bounded dictionary;
  private final QueryNotes notes;

  Alternatives(LookUpBudget.Bounded dictionary, QueryNotes notes) {
    this.dictionary = dictionary;
    this.notes = notes;
  }

  /**
   * Returns everything that a clause matches.
   *
   * @param others further alternatives, which depend on adjacent words
   * @param excluded whether matches are excluded: then no misspelling is guessed
   */
  List<Sequence> of(Clause clause, List<String> forms, List<Sequence> others, boolean excluded) {
    List<Sequence> alternatives = new ArrayList<>();
    if (clause.kind() == Kind.PHRASE) {
      alternatives.addAll(
          OpenWord.isIn(clause.text()) ? openPhrase(clause) : of(ExpressionFinder.exactly(forms)));
    } else if (clause.kind() == Kind.WILDCARD) {
      alternatives.add(Sequence.of(open(clause, clause.text())));
    } else {
      alternatives.add(asTyped(clause, forms));
      rewritten(clause, forms).forEach(alternatives::add);
    }
    alternatives.addAll(others);
    boolean guess = clause.kind() == Kind.WORD && forms.size() == 1 && !excluded;
    return guess && SpellingFallback.suits(forms.getFirst())
        ? knownOrNear(clause.text(), forms.getFirst(), alternatives)
        : known(alternatives);
  }

  private List<Sequence> knownOrNear(String typed, String form, List<Sequence> alternatives) {
    if (alternatives.stream().anyMatch(this::isKnown)) {
      return known(alternatives);
    }
    if (!dictionary.allows(form, 0)) {
      notes.asTyped.add(typed);
      return List.of(alternatives.getFirst());
    }
    Optional<SpellingFallback> rescue = SpellingFallback.of(form, dictionary);
    rescue.ifPresent(found -> notes.rescued.add(new Substitution(typed, found.words())));
    return rescue.map(SpellingFallback::alternatives).orElse(List.of(alternatives.getFirst()));
  }

  private Sequence asTyped(Clause clause, List<String> forms) {
    List<Word> words = new ArrayList<>();
    forms.subList(0, forms.size() - 1).forEach(form -> words.add(Word.inflected(form)));
    words.add(last(clause, forms.getLast()));
    return new Sequence(words);
  }

  private Stream<Sequence> rewritten(Clause clause, List<String> forms) {
    if (clause.kind() == Kind.WORD && Spellings.isOfDigits(forms)) {
      return Spellings.ofDigits(clause.text(), forms, dictionary).map(Sequence::exact);
    }
    if (forms.size() > 1) {
      return Spellings.joined(forms).map(one -> Sequence.of(last(clause, one))).stream();
    }
    return Spellings.apart(forms.getFirst()).stream()
        .map(apart -> {
          int last = apart.size() - 1;
          Stream<Word> before = apart.subList(0, last).stream().map(Word::exact);
          return new Sequence(
              Stream.concat(before, Stream.of(last(clause, apart.get(last)))).toList());
        });
  }

  /** Returns the last word of a clause; only the last form may have open letters. */
  private Word last(Clause clause, String form) {
    return switch (clause.kind()) {
      case PREFIX -> Word.startingWith(form, closed(clause, dictionary.startingWith(form)));
      case FUZZY -> Word.near(form, closed(clause, near(form, clause.edits())));
      case WORD -> Word.inflected(form);
      case PHRASE, WILDCARD -> Word.exact(form);
    };
  }

  private Forms near(String form, int edits) {
    return form.length() > SpellingFallback.LONGEST
        ? Forms.NONE
        : dictionary.near(List.of(form), edits);
  }

  private List<String> closed(Clause clause, Forms found) {
    if (found.isRefused()) {
      notes.asTyped.add(clause.text());
    } else if (!found.complete()) {
      notes.cut.add(clause.text());
    }
    return found.forms();
  }

  /** Returns the spellings of one expression, or only the first if the effort is exhausted. */
  List<Sequence> of(List<Sequence> ways) {
    List<Sequence> known = known(ways);
    if (known.size() == 1 || dictionary.allows(known, PHRASE * known.size())) {
      return known;
    }
    Stream<String> typed =
        ways.getFirst().words().stream().filter(word -> !word.isAny()).map(Word::typed);
    notes.asTyped.add(typed.collect(Collectors.joining(" ")));
    return List.of(ways.getFirst());
  }

  /** Returns a phrase in which some words have open letters. */
  private List<Sequence> openPhrase(Clause clause) {
    List<Word> words = new ArrayList<>();
    for (String typed : clause.text().split("\\s+")) {
      if (OpenWord.isIn(typed)) {
        words.add(open(clause, typed));
      } else {
        FormReader.forms(typed).stream().map(Word::exact).forEach(words::add);
      }
    }
    return List.of(new Sequence(words));
  }

  private Word open(Clause clause, String typed) {
    String pattern = OpenWord.pattern(typed);
    return Word.startingWith(pattern, closed(clause, dictionary.matching(pattern)));
  }

  /** Returns the alternatives whose words all occur in the collection; the first if none do. */
  private List<Sequence> known(List<Sequence> alternatives) {
    if (alternatives.size() == 1) {
      return alternatives;
    }
    dictionary.known(
        alternatives.stream()
            .flatMap(sequence -> sequence.words().stream())
            .filter(word -> !word.isAny())
            .map(Word::forms)
            .toList());
    // What the dictionary was asked for together is known now.
    List<Sequence> known = alternatives.stream().filter(this::isKnown).distinct().toList();
    return known.isEmpty() ? List.of(alternatives.getFirst()) : known;
  }

  /** Returns whether a sequence occurs anywhere in the collection. */
  boolean occurs(Sequence sequence) {
    return isKnown(sequence) && (sequence.words().size() == 1 || dictionary.hasRun(sequence));
  }

  /** Returns whether all words of a sequence occur somewhere in the collection. */
  boolean isKnown(Sequence sequence) {
    return sequence.words().stream()
        .allMatch(word -> word.isAny() || dictionary.knows(word.forms()));
  }
}
