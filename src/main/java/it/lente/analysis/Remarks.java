package it.lente.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What there is to say about how a question was closed, each thing once. */
final class Remarks {

  private final Set<String> passedOver = new LinkedHashSet<>();
  private final Set<String> cut = new LinkedHashSet<>();

  void passedOver(String typed) {
    passedOver.add(typed);
  }

  void cut(String typed) {
    cut.add(typed);
  }

  List<String> passedOver() {
    return List.copyOf(passedOver);
  }

  List<String> cut() {
    return List.copyOf(cut);
  }
}
