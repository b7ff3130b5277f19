package it.lente.engine.lucene;

import it.lente.analysis.FieldsAt;
import it.lente.analysis.FormPositions;
import it.lente.analysis.Occurrences;
import it.lente.analysis.QueryMatcher;
import it.lente.engine.Excerpts;
import it.lente.engine.FieldExcerpt;
import it.lente.engine.lucene.PositionLayout.Place;
import it.lente.record.FieldText.Weight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Finds the excerpts of a record's own text that explain why it matches. */
final class RecordExcerpts {

  private static final int SHOWN = 2;

  /** Prose informs more than a label, and the title is shown anyway. */
  private static final List<Weight> MOST_TELLING =
      List.of(Weight.RECORD, Weight.LABELS, Weight.TITLE);

  private RecordExcerpts() {}

  /** A text with occurrences. */
  private record Candidate(Weight weight, TextBlock.Entry entry, List<Excerpts.Span> spans) {

    int words() {
      return Long.bitCount(
          spans.stream().mapToLong(Excerpts.Span::parts).reduce(0, (some, more) -> some | more));
    }
  }

  /**
   * Returns the best two excerpts; the title only if no other text matches.
   *
   * @param found the positions in each searched field of the record that contains any of the forms
   */
  static List<FieldExcerpt> of(
      BlockReader block, QueryMatcher matcher, Map<Weight, FormPositions> found)
      throws IOException {
    if (found.isEmpty()) {
      return List.of();
    }
    List<TextBlock.Entry> texts = block.recordTexts();
    List<Candidate> candidates = new ArrayList<>();
    for (Weight weight : MOST_TELLING) {
      if (found.containsKey(weight) && (weight != Weight.TITLE || candidates.isEmpty())) {
        add(candidates, weight, texts, matcher, found.get(weight));
      }
    }
    return candidates.stream()
        .sorted(Comparator.comparingInt(Candidate::words).reversed())
        .limit(SHOWN)
        .map(candidate ->
            new FieldExcerpt(
                candidate.entry().page().label(),
                Excerpts.best(candidate.entry().page().text(), candidate.spans()).excerpt()))
        .toList();
  }

  private static void add(
      List<Candidate> candidates,
      Weight weight,
      List<TextBlock.Entry> texts,
      QueryMatcher matcher,
      FormPositions positions) {
    int number = ProcessBlock.WEIGHTS.indexOf(weight);
    List<TextBlock.Entry> entries =
        texts.stream().filter(entry -> entry.page().number() == number).toList();
    PositionLayout layout =
        PositionLayout.of(
            entries.stream().map(e -> List.of(new Place(0, e.words().size()))).toList());
    FieldsAt fields =
        (position, field) ->
            field.covers(
                entries.get(layout.text(layout.stretchAt(position))).page().label(), weight);
    Occurrences found = matcher.occurrences(positions, fields);
    for (PageOccurrences tally : PageOccurrences.of(layout, found)) {
      TextBlock.Entry entry = entries.get(tally.text());
      candidates.add(new Candidate(weight, entry, tally.spans(layout, found, entry)));
    }
  }
}
