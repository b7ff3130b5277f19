package it.lente.engine.lucene;

import it.lente.record.Measure;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/**
 * The orders of a list as Lucene's; every one ends with the id, so that equals keep their places.
 */
final class ListOrder {

  private static final SortField BY_ID = new SortField(Schema.ID, SortField.Type.STRING);

  private ListOrder() {}

  static Sort of(it.lente.engine.Sort order, boolean asks) {
    return switch (order) {
      case RELEVANCE -> asks ? new Sort(SortField.FIELD_SCORE, BY_ID) : newest();
      case NEWEST -> newest();
      case OLDEST -> new Sort(upwards(Schema.FIRST_YEAR), upwards(Schema.LAST_YEAR), BY_ID);
      case TITLE -> new Sort(new SortField(Schema.TITLE_KEY, SortField.Type.STRING), BY_ID);
      case UPDATED -> new Sort(downwards(Schema.field(Measure.UPDATED)), BY_ID);
    };
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
