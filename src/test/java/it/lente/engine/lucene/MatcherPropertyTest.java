package it.lente.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.analysis.Dictionary;
import it.lente.analysis.FieldsAt;
import it.lente.analysis.Occurrences;
import it.lente.analysis.QueryMatcher;
import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.QueryPart.Word;
import it.lente.analysis.TextPositions;
import it.lente.engine.Deadline;
import it.lente.engine.hits.FieldForms;
import it.lente.engine.hits.PositionLayout;
import it.lente.engine.hits.SearchedFields;
import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.search.Typed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/**
 * The matcher gives one answer from an index's positions, from the text itself, and from Lucene's
 * own phrases.
 */
class MatcherPropertyTest {

  private static final long SEED = 48_921L;
  private static final int TEXTS = 150;

  private static final List<String> WORDS =
      List.of(
          "parco",
          "parchi",
          "no",
          "dell'acqua",
          "l'",
          "co-progettazione",
          "coprogettazione",
          "progettazione",
          "città",
          "citta'",
          "biblioteca",
          "biblioteche",
          "che",
          "L.R.",
          "15/2018");

  private static final List<String> OPEN =
      List.of("pa*", "co-prog*", "c*", "bib* no", "citta~1", "parci~1", "biblioteka~2 pro*");

  private final Random random = new Random(SEED);

  @Test
  void index_positions_plain_text_and_lucene_agree() throws IOException {
    List<List<List<String>>> texts = new ArrayList<>();
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (int i = 0; i < TEXTS; i++) {
          texts.add(randomGroups());
          Document document = new Document();
          document.add(
              new Field(
                  SearchedFields.PAGES,
                  new FormTokenStream(new FieldForms(pages(texts.get(i)))),
                  Schema.WORDS));
          writer.addDocument(document);
        }
        writer.commit();
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (int document = 0; document < TEXTS; document++) {
          compare(new IndexSearcher(reader), document, texts.get(document));
        }
      }
    }
  }

  private static List<List<PageText>> pages(List<List<String>> groups) {
    return groups.stream()
        .map(
            group -> group.stream().map(text -> new PageText(1, "", text, PageShape.NONE)).toList())
        .toList();
  }

  private void compare(IndexSearcher searcher, int document, List<List<String>> groups)
      throws IOException {
    TextPositions text = new TextPositions();
    for (List<String> group : groups) {
      group.forEach(text::add);
      text.gap(PositionLayout.GAP);
    }
    for (int i = 0; i < 20; i++) {
      String question = randomQuestion();
      Dictionary dictionary =
          new TermDictionary(searcher.getIndexReader(), Dictionary.MOST, Deadline.NEVER);
      QueryMatcher matcher = QueryMatcher.of(Typed.query(question), dictionary);
      PostingsReader walk =
          PostingsReader.over(
              searcher.getIndexReader(),
              SearchedFields.PAGES,
              matcher.forms(),
              List.of(document),
              Deadline.NEVER);
      String about = "seed %d, text %s, question %s".formatted(SEED, groups, question);
      Occurrences fromIndex = matcher.occurrences(walk.in(document), FieldsAt.PAGES);
      assertThat(spans(fromIndex))
          .as(about)
          .isEqualTo(spans(matcher.occurrences(text, FieldsAt.PAGES)));
      assertThat(covered(fromIndex)).as(about).isEqualTo(byLucene(searcher, document, matcher));
    }
  }

  private static List<String> spans(Occurrences found) {
    List<String> spans = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      spans.add(found.start(i) + "-" + found.end(i) + ":" + found.parts(i));
    }
    return spans;
  }

  private static Set<Integer> covered(Occurrences found) {
    Set<Integer> covered = new HashSet<>();
    for (int i = 0; i < found.size(); i++) {
      for (int position = found.start(i); position < found.end(i); position++) {
        covered.add(position);
      }
    }
    return covered;
  }

  /** Every position that one of Lucene's matches covers. */
  private static Set<Integer> byLucene(IndexSearcher searcher, int document, QueryMatcher matcher)
      throws IOException {
    Set<Integer> covered = new HashSet<>();
    List<Sequence> sequences =
        matcher.wanted().stream()
            .filter(part -> part.field().coversPages())
            .flatMap(part -> part.alternatives().stream())
            .toList();
    for (Sequence sequence : sequences) {
      MultiPhraseQuery.Builder query = new MultiPhraseQuery.Builder();
      for (int place = 0; place < sequence.words().size(); place++) {
        Word word = sequence.words().get(place);
        if (!word.isAny()) {
          query.add(
              word.forms().stream()
                  .map(form -> new Term(SearchedFields.PAGES, form))
                  .toArray(Term[]::new),
              place);
        }
      }
      Weight weight =
          searcher.createWeight(searcher.rewrite(query.build()), ScoreMode.COMPLETE_NO_SCORES, 1);
      Matches matches = weight.matches(searcher.getIndexReader().leaves().getFirst(), document);
      MatchesIterator found = matches == null ? null : matches.getMatches(SearchedFields.PAGES);
      while (found != null && found.next()) {
        for (int p = found.startPosition(); p <= found.endPosition(); p++) {
          covered.add(p);
        }
      }
    }
    return covered;
  }

  private List<List<String>> randomGroups() {
    List<List<String>> groups = new ArrayList<>();
    for (int group = random.nextInt(4); group >= 0; group--) {
      List<String> texts = new ArrayList<>();
      for (int text = random.nextInt(4); text > 0; text--) {
        texts.add(randomWords(random.nextInt(10)));
      }
      groups.add(texts);
    }
    return groups;
  }

  private String randomQuestion() {
    if (random.nextInt(4) == 0) {
      return OPEN.get(random.nextInt(OPEN.size()));
    }
    String words = randomWords(1 + random.nextInt(3));
    return switch (random.nextInt(6)) {
      case 0, 1 -> words;
      case 2 -> words + " OR " + randomWords(2);
      case 3 -> "(allegati:" + words + ") -" + randomWords(1) + " titolo:" + randomWords(1);
      default -> "\"" + words + "\"";
    };
  }

  private String randomWords(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", words);
  }
}
