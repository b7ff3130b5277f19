package it.lente.engine;

import it.lente.analysis.FormReader;
import it.lente.analysis.KeyWords;
import it.lente.analysis.KeyWords.KeyWord;
import it.lente.engine.IndexedProcess.AttachedText;
import it.lente.engine.SimilarProcess.Shared;
import it.lente.engine.hits.RepeatedText;
import it.lente.record.Content;
import it.lente.record.Facet;
import it.lente.record.FieldText;
import it.lente.record.FieldText.Weight;
import it.lente.record.PageText;
import it.lente.record.ProcessRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the processes that are about the same as one by reading all of them. */
final class SlowSimilar {

  private static final int KEY_WORDS = 20;
  private static final List<Facet> COMPARED = List.of(Facet.PLACE, Facet.THEME, Facet.TECHNIQUE);

  private final Collection<IndexedProcess> all;
  private final IndexedProcess own;

  private SlowSimilar(Collection<IndexedProcess> all, IndexedProcess own) {
    this.all = all;
    this.own = own;
  }

  static List<SimilarProcess> to(IndexedProcess own, Collection<IndexedProcess> all) {
    return new SlowSimilar(all, own).find();
  }

  private List<SimilarProcess> find() {
    KeyWords words = new KeyWords();
    words.read("title", own.record().title(), 4, start -> true);
    Content.prose(own.record()).forEach(text -> words.read("record", text, 2, start -> true));
    for (AttachedText attached : own.attachments()) {
      for (PageText page : attached.text().pages()) {
        words.read("pages", page.text(), 1, start -> RepeatedText.isBody(page, start));
      }
    }
    List<KeyWord> best =
        words.best(KEY_WORDS, Set.of("title", "record", "pages"), this::frequency, all.size());
    return all.stream()
        .filter(other -> !other.record().id().equals(own.record().id()))
        .map(other -> compared(other, best))
        .filter(similar -> similar.score() > 0)
        .sorted(
            Comparator.comparingDouble((SimilarProcess similar) -> -similar.score())
                .thenComparing(similar -> similar.card().id()))
        .limit(SimilarProcess.MOST)
        .toList();
  }

  private int frequency(String field, List<String> forms) {
    return forms.stream()
        .mapToInt(form ->
            (int) all.stream().filter(each -> forms(each).get(field).contains(form)).count())
        .sum();
  }

  private static Map<String, Set<String>> forms(IndexedProcess process) {
    Set<String> record = new HashSet<>();
    for (FieldText text : process.texts()) {
      if (text.weight() == Weight.RECORD) {
        record.addAll(FormReader.forms(text.text()));
      }
    }
    Set<String> pages = new HashSet<>();
    process.attachments().stream()
        .flatMap(attached -> attached.text().pages().stream())
        .forEach(page -> pages.addAll(FormReader.forms(page.text())));
    Set<String> title = Set.copyOf(FormReader.forms(process.record().title()));
    return Map.of("title", title, "record", record, "pages", pages);
  }

  private SimilarProcess compared(IndexedProcess other, List<KeyWord> words) {
    Set<String> forms = new HashSet<>();
    forms(other).values().forEach(forms::addAll);
    List<KeyWord> shared =
        words.stream().filter(word -> word.forms().stream().anyMatch(forms::contains)).toList();
    List<Shared> values = new ArrayList<>();
    for (Facet facet : COMPARED) {
      own.valuesOf(facet).stream()
          .filter(value -> isNarrowest(value, own.valuesOf(facet)))
          .filter(other.valuesOf(facet)::contains)
          .sorted()
          .forEach(value -> values.add(Shared.value(facet, value)));
    }
    double weight = shared.stream().mapToDouble(KeyWord::weight).sum();
    double score =
        shared.size() < Math.min(2, words.size())
            ? 0
            : weight * (1 + SimilarProcess.SHARED_VALUE * values.size());
    ProcessRecord record = other.record();
    return new SimilarProcess(
        ProcessHit.Card.of(record),
        (float) score,
        Stream.concat(
                shared.stream()
                    .limit(SimilarProcess.MOST_WORDS)
                    .map(word -> Shared.word(word.text())),
                values.stream())
            .toList());
  }

  private static boolean isNarrowest(String value, Collection<String> values) {
    return values.stream().noneMatch(other -> other.startsWith(value + " > "));
  }
}
