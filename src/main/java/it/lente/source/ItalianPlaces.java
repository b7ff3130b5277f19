package it.lente.source;

import it.lente.record.RecordField;
import java.util.Optional;

/** Recognizes names of places by the national list. */
public final class ItalianPlaces {

  private ItalianPlaces() {}

  /** Returns the field of the territory that a name belongs to, empty if it is on no list. */
  public static Optional<RecordField> field(String name) {
    if (!Gazetteer.ITALY.municipalities(name).isEmpty()) {
      return Optional.of(RecordField.MUNICIPALITY);
    } else if (Gazetteer.ITALY.province(name).isPresent()) {
      return Optional.of(RecordField.PROVINCE);
    }
    return Gazetteer.ITALY.region(name).map(region -> RecordField.REGION);
  }
}
