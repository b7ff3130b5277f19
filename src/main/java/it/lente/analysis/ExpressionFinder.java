package it.lente.analysis;

import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.QueryPart.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the dates, citations of acts and numbers among some forms. */
final class ExpressionFinder {

  /** Maximum number of alternatives listed for one phrase. */
  private static final int LIMIT = 64;

  private ExpressionFinder() {}

  /** Returns the expression at the beginning of some forms, if any. */
  static Optional<FixedExpression> at(List<String> forms) {
    return ActCitation.at(forms).or(() -> WrittenDate.at(forms)).or(() -> numbered(forms));
  }

  /** Returns «n. 77», with any sign for «number». */
  private static Optional<FixedExpression> numbered(List<String> forms) {
    return isNumberSign(forms, 0)
        ? Optional.of(new FixedExpression(2, List.of(withAnySign(forms.subList(0, 2))), false))
        : Optional.empty();
  }

  private static Sequence withAnySign(List<String> signAndNumber) {
    return new Sequence(
        List.of(Word.anyOf(signs(signAndNumber.getFirst())), Word.exact(signAndNumber.getLast())));
  }

  /** Returns the exact spellings of some forms, with every spelling of their fixed expressions. */
  static List<Sequence> exactly(List<String> forms) {
    for (int from = 0; from < forms.size(); from++) {
      Optional<FixedExpression> found = at(forms.subList(from, forms.size()));
      if (found.isPresent()) {
        List<Word> before = exactWords(forms.subList(0, from));
        List<Sequence> after = exactly(forms.subList(from + found.get().length(), forms.size()));
        return found.get().alternatives().stream()
            .flatMap(way -> after.stream().map(rest -> joined(before, way.words(), rest.words())))
            .limit(LIMIT)
            .toList();
      }
    }
    return List.of(new Sequence(exactWords(forms)));
  }

  private static Sequence joined(List<Word> before, List<Word> way, List<Word> after) {
    return new Sequence(Stream.of(before, way, after).flatMap(List::stream).toList());
  }

  private static List<Word> exactWords(List<String> forms) {
    return forms.stream().map(Word::exact).toList();
  }

  /** Returns whether a form is the sign before a number. */
  private static boolean isNumberSign(List<String> forms, int at) {
    return at + 1 < forms.size()
        && FixedExpression.NUMBER_SIGNS.contains(forms.get(at))
        && Character.isDigit(forms.get(at + 1).charAt(0));
  }

  /** Returns all signs, the typed one first. */
  private static List<String> signs(String typed) {
    return Stream.concat(Stream.of(typed), FixedExpression.NUMBER_SIGNS.stream())
        .distinct()
        .toList();
  }
}
