package it.lente.engine.lucene;

import it.lente.engine.ListPosition;
import it.lente.engine.ListSort;
import it.lente.engine.ProcessHit;
import it.lente.engine.hits.TitleOrder;
import it.lente.record.Measure;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/**
 * The orders of a list as Lucene's; every one ends with the id, so that equals keep their order.
 */
final class ListOrder {

  private static final SortField BY_ID = new SortField(Schema.ID, SortField.Type.STRING);

  private ListOrder() {}

  static Sort of(ListSort order, boolean asks) {
    return switch (order) {
      case RELEVANCE -> asks ? new Sort(SortField.FIELD_SCORE, BY_ID) : newest();
      case NEWEST -> newest();
      case OLDEST -> new Sort(upwards(Schema.FIRST_YEAR), upwards(Schema.LAST_YEAR), BY_ID);
      case TITLE -> new Sort(new SortField(Schema.TITLE_KEY, SortField.Type.STRING), BY_ID);
      case UPDATED -> new Sort(downwards(Schema.field(Measure.UPDATED)), BY_ID);
      case SEEN -> new Sort(downwards(Schema.SEEN), BY_ID);
    };
  }

  /**
   * Returns the position after a result.
   *
   * @param shown the same process as it is shown
   */
  static ListPosition after(ScoreDoc result, ProcessHit shown) {
    Object[] keys = ((FieldDoc) result).fields;
    boolean byTitle = keys[0] instanceof BytesRef;
    return new ListPosition(
        keys[0] instanceof Number first ? first.doubleValue() : 0,
        keys[1] instanceof Long second ? second : 0,
        byTitle ? TitleOrder.told(shown.card().title()) : "",
        ((BytesRef) keys[keys.length - 1]).utf8ToString());
  }

  /** Converts a position into Lucene's search-after document. */
  static FieldDoc after(ListPosition place, Sort order) {
    SortField[] by = order.getSort();
    Object[] keys = new Object[by.length];
    for (int i = 0; i < by.length; i++) {
      keys[i] =
          switch (by[i].getType()) {
            case SCORE -> (float) place.first();
            case LONG -> i == 0 ? (long) place.first() : place.second();
            default ->
                i == by.length - 1
                    ? new BytesRef(place.id())
                    : new BytesRef(TitleOrder.key(place.title()));
          };
    }
    // The highest document number keeps the process at the position itself out of the rest.
    return new FieldDoc(Integer.MAX_VALUE, 0, keys);
  }

  private static Sort newest() {
    return new Sort(downwards(Schema.LAST_YEAR), downwards(Schema.FIRST_YEAR), BY_ID);
  }

  private static SortField upwards(String field) {
    return new SortField(field, SortField.Type.LONG, false, Long.MAX_VALUE);
  }

  private static SortField downwards(String field) {
    return new SortField(field, SortField.Type.LONG, true, Long.MIN_VALUE);
  }
}
