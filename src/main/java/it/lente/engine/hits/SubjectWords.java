package it.lente.engine.hits;

import it.lente.analysis.FormPositions;
import it.lente.analysis.KeyWords;
import it.lente.analysis.KeyWords.KeyWord;
import it.lente.engine.SimilarProcess;
import it.lente.engine.SimilarProcess.Shared;
import it.lente.record.Content;
import it.lente.record.FieldText.Weight;
import it.lente.record.PageText;
import it.lente.record.ProcessRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words that show the subject of a process, by which similar ones are found. */
public final class SubjectWords {

  private static final String TITLE = SearchedFields.field(Weight.TITLE);
  private static final String RECORD = SearchedFields.field(Weight.RECORD);

  /** The fields in which key words are read and searched, with the weight of a word in each. */
  public static final Map<String, Float> FIELDS =
      Map.of(TITLE, 4f, RECORD, 2f, SearchedFields.PAGES, 1f);

  /** Number of processes with the best words whose facet values are compared. */
  public static final int CANDIDATES = 4 * SimilarProcess.MOST;

  /** A single shared word is chance. */
  private static final int WORDS_IN_COMMON = 2;

  private static final int KEY_WORDS = 20;

  /** A sample of pages across the reports shows their subject; reading all could take seconds. */
  private static final int PAGES_READ = 32;

  private SubjectWords() {}

  /** Returns how many of the words a similar process has at least. */
  public static int least(List<KeyWord> words) {
    return Math.min(words.size(), WORDS_IN_COMMON);
  }

  /** Returns the first of the words that another process also has, then the values it shares. */
  public static List<Shared> shared(
      List<KeyWord> words, List<FormPositions> texts, List<Shared> values) {
    return Stream.concat(
            words.stream()
                .filter(word -> isIn(word, texts))
                .limit(SimilarProcess.MOST_WORDS)
                .map(word -> Shared.word(word.text())),
            values.stream())
        .toList();
  }

  private static boolean isIn(KeyWord word, List<FormPositions> texts) {
    return texts.stream()
        .anyMatch(text -> word.forms().stream().anyMatch(form -> text.of(form).length > 0));
  }

  /** Returns the pages that are read, counted in the process. */
  public static IntStream pages(ProcessTexts texts) throws IOException {
    int pages = texts.layout().firstText(texts.layout().groups().size());
    int read = Math.min(pages, PAGES_READ);
    return IntStream.range(0, read).map(i -> (int) ((long) i * pages / read));
  }

  /**
   * Returns the best words.
   *
   * @param frequency number of processes that have one of some forms in a field
   * @param processes number in the collection
   */
  public static List<KeyWord> of(
      ProcessRecord record, ProcessTexts texts, KeyWords.Frequencies frequency, int processes)
      throws IOException {
    KeyWords words = new KeyWords();
    words.read(TITLE, record.title(), FIELDS.get(TITLE), start -> true);
    for (String text : Content.prose(record)) {
      words.read(RECORD, text, FIELDS.get(RECORD), start -> true);
    }
    for (int number : pages(texts).toArray()) {
      PageText page = texts.page(number).page();
      words.read(
          SearchedFields.PAGES,
          page.text(),
          FIELDS.get(SearchedFields.PAGES),
          start -> RepeatedText.isBody(page, start));
    }
    return words.best(KEY_WORDS, FIELDS.keySet(), frequency, processes);
  }
}
