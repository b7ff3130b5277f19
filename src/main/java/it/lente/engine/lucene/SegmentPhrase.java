package it.lente.engine.lucene;

import it.lente.engine.lucene.FoundForms.Found;
import it.lente.engine.lucene.ScoredPart.PhraseInField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiPhraseQuery;

/**
 * Counts the occurrences of a phrase in one segment. The positions of the rarest word are read
 * first, so that those of a frequent one are read only where all rarer words follow each other.
 */
final class SegmentPhrase {

  private static final int NOWHERE = Integer.MAX_VALUE;

  /** The rarest word first; empty if a word does not occur in the segment. */
  private final Place[] places;

  private SegmentPhrase(List<Place> places) {
    this.places = places.toArray(Place[]::new);
  }

  /** Opens the postings of a phrase; the terms are those of its field. */
  static SegmentPhrase of(int segment, TermsEnum terms, PhraseInField phrase) throws IOException {
    List<Place> places = new ArrayList<>();
    for (int offset = 0; offset < phrase.words().size(); offset++) {
      List<Found> forms = phrase.words().get(offset);
      List<PostingsEnum> found = new ArrayList<>();
      for (Found form : forms) {
        if (form.isIn(segment)) {
          found.add(form.postings(segment, terms, null, PostingsEnum.POSITIONS));
        }
      }
      if (!found.isEmpty()) {
        places.add(new Place(offset, found));
      } else if (!forms.isEmpty()) {
        return new SegmentPhrase(List.of());
      }
    }
    places.sort(Comparator.comparingLong(place -> place.postings.cost()));
    return new SegmentPhrase(places);
  }

  boolean isEmpty() {
    return places.length == 0;
  }

  /**
   * Returns the number of occurrences in a document.
   *
   * @param document not before the one asked for previously
   * @param limit at which counting ends
   */
  int count(int document, int limit) throws IOException {
    for (Place place : places) {
      if (!place.isIn(document)) {
        return 0;
      }
    }
    int count = 0;
    for (int start = 0; count < limit; start++) {
      start = next(start);
      if (start == NOWHERE) {
        break;
      }
      count++;
    }
    return count;
  }

  /** Returns the first position, at or after another, at which the phrase begins. */
  private int next(int from) throws IOException {
    int start = from;
    int agreeing = 0;
    while (agreeing < places.length) {
      Place place = places[agreeing];
      if (!place.advance(start)) {
        return NOWHERE;
      }
      agreeing = place.start > start && agreeing > 0 ? 0 : agreeing + 1;
      start = place.start;
    }
    return start;
  }

  /** One word of the phrase. */
  private static final class Place {
    private final int offset;
    private final PostingsEnum postings;
    private int left;

    /** Where the phrase begins if this word occurs in it. */
    private int start;

    private Place(int offset, List<PostingsEnum> forms) {
      this.offset = offset;
      this.postings =
          forms.size() == 1 ? forms.getFirst() : new MultiPhraseQuery.UnionPostingsEnum(forms);
    }

    boolean isIn(int document) throws IOException {
      if (!SegmentPass.contains(postings, document)) {
        return false;
      }
      start = -1;
      left = postings.freq();
      return true;
    }

    /** Moves on until the phrase begins at or after a position; false if no occurrence is left. */
    boolean advance(int begin) throws IOException {
      while (start < begin) {
        if (left-- == 0) {
          return false;
        }
        start = postings.nextPosition() - offset;
      }
      return true;
    }
  }
}
