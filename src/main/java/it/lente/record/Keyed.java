package it.lente.record;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A constant of a closed list that the API, filters and messages write in lower case. */
public interface Keyed {

  String name();

  /** Returns the name in the API and in the messages: «needs-ocr». */
  default String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the constant with a key, empty if there is none. */
  static <T extends Keyed> Optional<T> find(T[] all, String key) {
    return Stream.of(all).filter(each -> each.key().equals(key)).findFirst();
  }
}
