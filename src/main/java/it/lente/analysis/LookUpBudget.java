package it.lente.analysis;

import it.lente.analysis.Dictionary.Forms;
import it.lente.analysis.QueryPart.Sequence;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Clause;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Bounds the effort of all look-ups that one question needs beside its own words: forms with the
 * same beginning, similar forms, ways of citing an act. Look-ups beyond the effort are refused. The
 * same question always gets the same results and refusals.
 */
public final class LookUpBudget {

  /** About 5 ms of computing; a look-up that has begun is finished. */
  private static final int EFFORT = 1 << 14;

  /** Cost of each form in a result, whose postings will be read, relative to one form read. */
  private static final int TAKEN = 16;

  /** Cost of each letter of a word in which one letter may differ: an automaton is built. */
  private static final int LETTER = 40;

  /** Factor by which a second different letter makes the automaton more expensive. */
  private static final int SECOND_EDIT = 8;

  /** Cost of a pattern, which may read the whole dictionary. */
  private static final int PATTERN = EFFORT / 6;

  /** Cost of finding a sequence, as a phrase in each field. */
  private static final int RUN = 256;

  /** Minimum number of forms for an open word, however many open words there are. */
  private static final int FEWEST = 4;

  private final Map<Object, Forms> found = new HashMap<>();
  private final Map<List<String>, Boolean> known = new HashMap<>();
  private final Map<Sequence, Boolean> runs = new HashMap<>();
  private final int share;
  private int left = EFFORT;

  /**
   * Gives a single open word all the forms possible, and each of several the fewer the more there
   * are: the pages that contain any of them are what such a question costs.
   */
  public LookUpBudget(TextQuery query) {
    int open = (int) query.clauses().stream().filter(LookUpBudget::isOpen).count();
    share = open < 2 ? Dictionary.MOST : Math.max(FEWEST, Dictionary.MOST / (open * open));
  }

  private static boolean isOpen(Clause clause) {
    return switch (clause.kind()) {
      case PREFIX, FUZZY, WILDCARD -> true;
      case PHRASE -> OpenWord.isIn(clause.text());
      case WORD -> false;
    };
  }

  /** Returns the number of forms that one open word takes. */
  public int share() {
    return share;
  }

  /** Returns a dictionary whose look-ups use the remaining effort. */
  public Dictionary in(Dictionary dictionary) {
    return new Bounded(dictionary);
  }

  private synchronized Forms lookUp(Object asked, int effort, Supplier<Forms> look) {
    Forms before = found.get(asked);
    if (before != null) {
      return before;
    }
    Forms forms = left > 0 ? look.get().first(share) : Forms.REFUSED;
    left -= effort + forms.read() + TAKEN * forms.forms().size();
    found.put(asked, forms);
    return forms;
  }

  private synchronized Set<List<String>> known(
      Collection<List<String>> words, Dictionary dictionary) {
    Set<List<String>> open = new HashSet<>(words);
    open.removeAll(known.keySet());
    if (!open.isEmpty()) {
      Set<List<String>> found = dictionary.known(open);
      open.forEach(word -> known.put(word, found.contains(word)));
    }
    return words.stream().filter(known::get).collect(Collectors.toSet());
  }

  private synchronized boolean hasRun(Sequence sequence, Dictionary dictionary) {
    return runs.computeIfAbsent(sequence, dictionary::hasRun);
  }

  /** A dictionary as one question may use it. */
  final class Bounded implements Dictionary {

    private final Dictionary all;

    private Bounded(Dictionary all) {
      this.all = all;
    }

    /** Returns the dictionary itself if it is bounded already. */
    static Bounded of(TextQuery query, Dictionary dictionary) {
      return dictionary instanceof Bounded bounded
          ? bounded
          : new LookUpBudget(query).new Bounded(dictionary);
    }

    @Override
    public Set<List<String>> known(Collection<List<String>> words) {
      return LookUpBudget.this.known(words, all);
    }

    @Override
    public long frequency(Collection<String> forms) {
      return knows(List.copyOf(forms)) ? all.frequency(forms) : 0;
    }

    @Override
    public Forms startingWith(String prefix) {
      return lookUp(prefix, 0, () -> all.startingWith(prefix));
    }

    @Override
    public Forms near(List<String> forms, int edits) {
      record Near(List<String> forms, int edits) {}
      int letters = forms.getFirst().length();
      int effort = LETTER * letters * (edits == 1 ? 1 : SECOND_EDIT);
      return lookUp(new Near(forms, edits), effort, () -> all.near(forms, edits));
    }

    @Override
    public Forms matching(String pattern) {
      record Matching(String pattern) {}
      return lookUp(new Matching(pattern), PATTERN, () -> all.matching(pattern));
    }

    /** Assumes that a sequence which is not looked up occurs, so it is searched as typed. */
    @Override
    public boolean hasRun(Sequence sequence) {
      return !allows(sequence, RUN) || LookUpBudget.this.hasRun(sequence, all);
    }

    /** Returns whether the effort allows something that costs as much as reading some forms. */
    boolean allows(Object what, int effort) {
      record Allowed(Object what) {}
      return !lookUp(new Allowed(what), effort, () -> Forms.NONE).isRefused();
    }
  }
}
