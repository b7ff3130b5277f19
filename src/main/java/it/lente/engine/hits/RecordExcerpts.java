package it.lente.engine.hits;

import it.lente.analysis.FieldsAt;
import it.lente.analysis.FormPositions;
import it.lente.analysis.Occurrences;
import it.lente.analysis.QueryMatcher;
import it.lente.engine.Excerpt;
import it.lente.engine.FieldExcerpt;
import it.lente.engine.Mark;
import it.lente.engine.hits.PageOccurrences.Found;
import it.lente.engine.hits.PositionLayout.Place;
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
  private record Candidate(IndexedText text, List<Found> found) {

    int words() {
      return Long.bitCount(
          found.stream().mapToLong(Found::parts).reduce(0, (some, more) -> some | more));
    }

    FieldExcerpt whole() {
      return new FieldExcerpt(
          text.page().label(),
          new Excerpt(
              text.page().text(),
              found.stream().map(each -> new Mark(each.start(), each.end())).toList()));
    }

    FieldExcerpt excerpt() {
      return new FieldExcerpt(
          text.page().label(), Excerpts.best(text.page().text(), found).excerpt());
    }
  }

  /**
   * Returns the best two excerpts; the title only if no other text matches.
   *
   * @param found the positions in each searched field of the process that has any of the forms
   */
  static List<FieldExcerpt> of(
      ProcessTexts texts, QueryMatcher matcher, Map<String, FormPositions> found)
      throws IOException {
    return candidates(texts, matcher, found, false).stream()
        .sorted(Comparator.comparingInt(Candidate::words).reversed())
        .limit(SHOWN)
        .map(Candidate::excerpt)
        .toList();
  }

  /** Returns every text with occurrences, whole. */
  static List<FieldExcerpt> whole(
      ProcessTexts texts, QueryMatcher matcher, Map<String, FormPositions> found)
      throws IOException {
    return candidates(texts, matcher, found, true).stream().map(Candidate::whole).toList();
  }

  private static List<Candidate> candidates(
      ProcessTexts texts, QueryMatcher matcher, Map<String, FormPositions> found, boolean all)
      throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    if (found.isEmpty()) {
      return candidates;
    }
    for (Weight weight : MOST_TELLING) {
      FormPositions positions = found.get(SearchedFields.field(weight));
      if (positions != null && (all || weight != Weight.TITLE || candidates.isEmpty())) {
        add(candidates, weight, texts.recordTexts().get(weight), matcher, positions);
      }
    }
    return candidates;
  }

  private static void add(
      List<Candidate> candidates,
      Weight weight,
      List<IndexedText> texts,
      QueryMatcher matcher,
      FormPositions positions) {
    PositionLayout layout =
        new PositionLayout(
            texts.stream().map(text -> List.of(new Place(0, text.words().size()))).toList());
    FieldsAt fields =
        (position, field) ->
            field.covers(texts.get(layout.text(layout.stretchAt(position))).page().label(), weight);
    Occurrences occurrences = matcher.occurrences(positions, fields);
    for (PageOccurrences each : PageOccurrences.of(layout, occurrences)) {
      IndexedText text = texts.get(each.text());
      candidates.add(new Candidate(text, each.found(layout, occurrences, text)));
    }
  }
}
