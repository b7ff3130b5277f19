package it.lente.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** A parameter that a form sends in a hidden field. */
record HiddenField(String name, String value) {

  /** Returns every parameter of an address except the given ones. */
  static List<HiddenField> of(Address address, Set<String> without) {
    List<HiddenField> kept = new ArrayList<>();
    new TreeMap<>(address.parameters())
        .forEach((name, values) -> {
          if (!without.contains(name)) {
            values.forEach(value -> kept.add(new HiddenField(name, value)));
          }
        });
    return List.copyOf(kept);
  }
}
