package it.lente.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Computes the forms of a word: its root with every ending that leads back to the same stem, and
 * irregular plurals. Searching an index for these forms finds what an index of stems would.
 */
final class Inflections {

  private static final Pattern ORDINAL = Pattern.compile("[0-9]{1,3}[oa]?");
  private static final List<String> ENDINGS = endings();
  private static final Map<String, List<String>> IRREGULAR_BY_STEM = irregularByStem();

  private Inflections() {}

  /** Returns the form itself first, then the others. */
  static List<String> of(String form) {
    if (ORDINAL.matcher(form).matches()) {
      return ordinals(form);
    }
    String stem = LightStem.of(form);
    String root = LightStem.root(form);
    Set<String> forms = new LinkedHashSet<>();
    forms.add(form);
    for (String ending : ENDINGS) {
      String candidate = root + ending;
      if (LightStem.of(candidate).equals(stem)) {
        forms.add(candidate);
      }
    }
    forms.addAll(IRREGULAR_BY_STEM.getOrDefault(stem, List.of()));
    return List.copyOf(forms);
  }

  /** Returns the spellings of an ordinal number: «3», «3°» and «3ª». */
  private static List<String> ordinals(String form) {
    String digits = form.replaceAll("[oa]", "");
    return Stream.of(form, digits, digits + "o", digits + "a").distinct().toList();
  }

  private static List<String> endings() {
    List<String> endings = new ArrayList<>(List.of(""));
    for (String middle : List.of("", "i", "h", "hi")) {
      for (String vowel : List.of("a", "e", "i", "o")) {
        endings.add(middle + vowel);
      }
    }
    return endings;
  }

  private static Map<String, List<String>> irregularByStem() {
    Map<String, List<String>> forms = new HashMap<>();
    LightStem.irregularPlurals()
        .forEach((plural, singular) ->
            forms.computeIfAbsent(LightStem.of(singular), stem -> new ArrayList<>()).add(plural));
    return forms;
  }
}
