package it.lente.search;

import it.lente.record.TextQuery;

/** What a person typed, as the product reads it: for tests of other rooms. */
public final class Typed {

  private Typed() {}

  public static TextQuery query(String text) {
    return QueryLanguage.parse(text).query();
  }
}
