package it.lente.analysis;

import it.lente.record.Substitution;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What there is to say about how a question was closed, each thing once. */
final class Remarks {

  private final Set<String> passedOver = new LinkedHashSet<>();
  private final Set<String> cut = new LinkedHashSet<>();
  private final Set<String> split = new LinkedHashSet<>();
  private boolean wordless;
  private final Set<String> asTyped = new LinkedHashSet<>();
  private final Set<Substitution> rescued = new LinkedHashSet<>();
  private final Set<Substitution> synonyms = new LinkedHashSet<>();

  void passedOver(String typed) {
    passedOver.add(typed);
  }

  void split(String typed) {
    split.add(typed);
  }

  void wordless() {
    wordless = true;
  }

  void cut(String typed) {
    cut.add(typed);
  }

  void asTyped(String typed) {
    asTyped.add(typed);
  }

  void rescued(Substitution rescue) {
    rescued.add(rescue);
  }

  void synonyms(Substitution used) {
    synonyms.add(used);
  }

  List<String> passedOver() {
    return List.copyOf(passedOver);
  }

  List<String> split() {
    return List.copyOf(split);
  }

  boolean isWordless() {
    return wordless;
  }

  List<String> cut() {
    return List.copyOf(cut);
  }

  List<String> asTyped() {
    return List.copyOf(asTyped);
  }

  List<Substitution> rescued() {
    return List.copyOf(rescued);
  }

  List<Substitution> synonyms() {
    return List.copyOf(synonyms);
  }
}
