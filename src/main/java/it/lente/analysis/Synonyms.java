package it.lente.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Sets of expressions that find each other: «TdN» and «tavolo di negoziazione». Each line of the
 * list is a set, its members separated by commas; a # begins a remark.
 */
public final class Synonyms {

  /** The shipped list. */
  public static final Synonyms SHIPPED =
      of(
          WordList.lines("synonyms.txt").toList(),
          complaint -> {
            throw new IllegalStateException("synonyms.txt, " + complaint);
          });

  private static final int MOST_WORDS = 12;

  private final Map<List<String>, List<List<Member>>> setsByStems = new HashMap<>();
  private final Map<String, Integer> longestByFirstStem = new HashMap<>();
  private int size;
  private int fingerprint;

  private Synonyms() {}

  /**
   * An expression of a set.
   *
   * @param text as in the list
   * @param forms at least one
   */
  record Member(String text, List<String> forms) {

    /** Returns stems, equal for expressions that differ only in their inflection. */
    List<String> stems() {
      return Synonyms.stems(forms);
    }
  }

  /**
   * Reads a list, ignoring unusable lines.
   *
   * @param complaints receives the number, the fault and the cure of each such line
   */
  public static Synonyms of(List<String> lines, Consumer<String> complaints) {
    Synonyms synonyms = new Synonyms();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      List<Member> members =
          Stream.of(line.split(","))
              .map(text -> new Member(text.strip(), FormReader.forms(text)))
              .filter(member -> !member.text().isEmpty())
              .toList();
      String fault = fault(line, members);
      if (!fault.isEmpty()) {
        complaints.accept("line %d: %s".formatted(i + 1, fault));
      } else if (!members.isEmpty()) {
        synonyms.add(members);
      }
    }
    return synonyms;
  }

  /** Returns the fault of a line and its cure; the empty string if the line can be used. */
  private static String fault(String line, List<Member> members) {
    if (line.indexOf('\uFFFD') >= 0) {
      return "there are letters that are no UTF-8: save the file as UTF-8";
    }
    if (line.indexOf('=') >= 0) {
      return "there is a “=”: a line is a set, its expressions parted by commas";
    }
    if (members.size() == 1) {
      return "“%s” is alone: write after a comma what it equals".formatted(line);
    }
    for (Member member : members) {
      if (member.forms().isEmpty()) {
        return "“%s” holds no word: take it out".formatted(member.text());
      }
      if (member.forms().size() > MOST_WORDS) {
        return "“%s” has more than %d words: shorten it".formatted(member.text(), MOST_WORDS);
      }
    }
    return "";
  }

  private void add(List<Member> members) {
    for (List<String> stems : members.stream().map(Member::stems).distinct().toList()) {
      setsByStems.computeIfAbsent(stems, none -> new ArrayList<>()).add(members);
      longestByFirstStem.merge(stems.getFirst(), stems.size(), Math::max);
    }
    size++;
    fingerprint = 31 * fingerprint + members.hashCode();
  }

  private static List<String> stems(List<String> forms) {
    return forms.stream().map(LightStem::of).toList();
  }

  /** Returns a number that is equal for the same sets in the same order, also after a restart. */
  public int fingerprint() {
    return fingerprint;
  }

  /** Returns the number of sets. */
  public int size() {
    return size;
  }

  /** Returns the number of forms of the longest expression with the given beginning; 0 if none. */
  int longest(List<String> first) {
    return first.isEmpty() ? 0 : longestByFirstStem.getOrDefault(LightStem.of(first.getFirst()), 0);
  }

  /** Returns the other members of all sets that contain some words, in any inflection. */
  List<Member> inflected(List<String> forms) {
    return others(forms, member -> true);
  }

  /** Returns the other members of all sets that contain some words, in these forms. */
  List<Member> exactly(List<String> forms) {
    return others(forms, set -> set.stream().anyMatch(member -> member.forms().equals(forms)));
  }

  private List<Member> others(List<String> forms, Predicate<List<Member>> counts) {
    List<String> stems = stems(forms);
    return setsByStems.getOrDefault(stems, List.of()).stream()
        .filter(counts)
        .flatMap(List::stream)
        .filter(member -> !member.stems().equals(stems))
        .distinct()
        .toList();
  }
}
