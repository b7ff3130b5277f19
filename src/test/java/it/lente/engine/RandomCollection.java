package it.lente.engine;

import it.lente.engine.Filters.Range;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.record.Measure;
import it.lente.record.QueryField;
import it.lente.record.RecordField;
import it.lente.record.TextQuery;
import it.lente.search.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Random processes, and questions that some of them answer. */
public final class RandomCollection {

  private static final List<AttachmentState> STATES = List.of(AttachmentState.values());

  static final List<String> WORDS =
      List.of(
          "parco",
          "parchi",
          "piano",
          "piani",
          "biblioteca",
          "biblioteche",
          "città",
          "di",
          "la",
          "co-progettazione",
          "progettazione",
          "strategico",
          "dell'acqua",
          "acqua",
          "giovani",
          "giovane",
          "2019",
          "L.R.",
          "L.R. 15/2018",
          "legge regionale n. 15 del 2018",
          "15.000",
          "15000",
          "coprogettazione",
          "bibblioteca",
          "mercatto",
          "pianostrategico",
          "casa",
          "caso",
          "e",
          "che",
          "mercato");

  private static final List<String> OPEN =
      List.of("c*", "ca*", "prog*", "bib*", "parco~1", "merato~2", "cosa~1");

  private final Random random;
  private final int size;

  /**
   * Starts a sequence that is the same for the same seed.
   *
   * @param size number of results that a request shows
   */
  public RandomCollection(long seed, int size) {
    this.random = new Random(seed);
    this.size = size;
  }

  int number(int bound) {
    return random.nextInt(bound);
  }

  AttachmentState state() {
    return STATES.get(random.nextInt(STATES.size()));
  }

  public SearchRequest request() {
    Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
    if (random.nextInt(3) == 0) {
      filters.put(Facet.STATUS, someOf("Concluso", "In corso", "Progetto", "Altro"));
    }
    if (random.nextInt(3) == 0) {
      filters.put(Facet.YEAR, someOf("2015", "2016", "2017", "2018", "2019", "2020", "none"));
    }
    if (random.nextInt(3) == 0) {
      filters.put(Facet.PLACE, someOf("Lombardia", "Lombardia > Milano", "Lazio > Roma > Valle"));
    }
    if (random.nextInt(4) == 0) {
      filters.put(Facet.THEME, someOf("ambiente", "ambiente > acqua", "welfare", "assente"));
    }
    if (random.nextInt(4) == 0) {
      filters.put(Facet.STATE, someOf("indexed", "failed", "needs-ocr", "missing", "ocr"));
    }
    if (random.nextInt(6) == 0) {
      filters.put(Facet.TECHNIQUE, someOf("tecnica1", "Tecnica 2", "tecnica3", "assente"));
    }
    if (random.nextInt(6) == 0) {
      filters.put(Facet.FILE_TYPE, someOf("pdf", "docx", "other"));
    }
    if (random.nextInt(6) == 0) {
      filters.put(Facet.LANGUAGE, someOf("it", "en", "fr"));
    }
    if (random.nextInt(6) == 0) {
      filters.put(Facet.EXTENSION, someOf("yes", "no", "unknown"));
    }
    Map<Measure, List<Range>> ranges = new EnumMap<>(Measure.class);
    if (random.nextInt(5) == 0) {
      ranges.put(Measure.FUNDED, List.of(range(1_000_000)));
    }
    if (random.nextInt(8) == 0) {
      ranges.put(Measure.UPDATED, List.of(range(20_000), range(20_000)));
    }
    return new SearchRequest(
        random.nextInt(6) == 0 ? TextQuery.NONE : Typed.query(question()),
        List.of(Scope.values()).get(random.nextInt(3)),
        new Filters(filters, ranges),
        List.of(ListSort.values()).get(random.nextInt(5)),
        new ResultWindow(0, size));
  }

  private Range range(int most) {
    long from = random.nextInt(3) == 0 ? Long.MIN_VALUE : random.nextInt(most / 2);
    long to = random.nextInt(3) == 0 ? Long.MAX_VALUE : most / 2 + random.nextInt(most / 2);
    return new Range(from, to);
  }

  public String question() {
    return question(1 + random.nextInt(3));
  }

  private String question(int size) {
    StringBuilder question = new StringBuilder();
    for (int i = 0; i < size; i++) {
      question.append(i == 0 ? "" : random.nextInt(4) == 0 ? " OR " : " ");
      question.append(random.nextInt(8) == 0 ? "-" : "");
      question.append(random.nextInt(5) == 0 ? field() : "");
      question.append(clause());
    }
    return question.toString();
  }

  private String field() {
    List<QueryField> fields = List.of(QueryField.values());
    QueryField field = fields.get(random.nextInt(fields.size()));
    return field == QueryField.ANYWHERE ? "" : field.key() + ":";
  }

  private String clause() {
    return switch (random.nextInt(15)) {
      case 0, 1, 2 -> OPEN.get(random.nextInt(OPEN.size()));
      case 3, 4, 5, 6 -> "\"" + someText(1 + random.nextInt(3)) + "\"";
      case 7, 8 -> "(" + question(2) + ")";
      default -> someText(1);
    };
  }

  private Set<String> someOf(String... values) {
    Set<String> some = new TreeSet<>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      some.add(values[random.nextInt(values.length)]);
    }
    return some;
  }

  private String someText(int words) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      text.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", text);
  }

  /** Puts a running line before, after or into the words of a page. */
  private String between(String page, String running) {
    int place = page.isEmpty() ? 0 : random.nextInt(page.length());
    int cut = page.contains("|") ? 0 : Math.max(0, page.indexOf(' ', place));
    return random.nextBoolean()
        ? page.substring(0, cut) + " " + running + " " + page.substring(cut)
        : page + " " + running;
  }

  public IndexedProcess process(int number) {
    Samples process = Samples.process("p" + number).titled(someText(1 + random.nextInt(3)));
    if (random.nextInt(4) > 0) {
      process.saying(
          RecordField.STATUS, List.of("Concluso", "In corso", "Progetto").get(random.nextInt(3)));
    }
    if (random.nextInt(5) > 0) {
      int from = 2014 + random.nextInt(6);
      process.between(from, from + random.nextInt(3));
    }
    if (random.nextBoolean()) {
      process.at("Lombardia", "Milano", "Comune" + random.nextInt(30));
    }
    if (random.nextInt(4) == 0) {
      process.at("Lazio", "Roma", "Valle");
    }
    if (random.nextBoolean()) {
      process.about("ambiente", random.nextBoolean() ? "acqua" : "aria");
    }
    if (random.nextBoolean()) {
      process.naming(
          RecordField.TECHNIQUES,
          "tecnica" + random.nextInt(4),
          "Tecnica " + random.nextInt(4),
          someText(1));
      process.naming(RecordField.DECISION_HOLDERS, "Comune di Valle " + random.nextInt(40));
      process.saying(RecordField.LEVEL, random.nextBoolean() ? "Consultazione" : "Empowerment");
    }
    if (random.nextInt(3) > 0) {
      process.saying(RecordField.EXTENSION, random.nextBoolean() ? "yes" : "no");
      process.saying(RecordField.FUNDED_AMOUNT, random.nextInt(10_000) + ".50");
      process.saying(
          RecordField.LAST_MODIFIED, LocalDate.ofEpochDay(random.nextInt(20_000)).toString());
    }
    process.saying(RecordField.PHASES, someText(random.nextInt(12)));
    process.saying(RecordField.OBJECTIVES, someText(random.nextInt(6)));
    process.saying(RecordField.TECHNIQUES, someText(1));
    process.saying(RecordField.DISTRICT, someText(1));
    for (int file = random.nextInt(4); file > 0; file--) {
      String[] pages = new String[random.nextInt(5) == 0 ? 35 : random.nextInt(4)];
      List<String> running = List.of(someText(2), someText(1), "pagina %d", "%d");
      boolean repeats = random.nextBoolean();
      for (int page = 0; page < pages.length; page++) {
        pages[page] = random.nextInt(6) == 0 ? "" : someText(random.nextInt(8));
        for (int line = random.nextInt(4); repeats && line > 0; line--) {
          String repeated =
              "|" + running.get(random.nextInt(running.size())).formatted(page + 1) + "|";
          pages[page] = between(pages[page], repeated);
        }
      }
      process.withRepeated("file" + file + (random.nextInt(4) == 0 ? ".docx" : ".pdf"), pages);
      process.in(List.of("it", "en", "").get(random.nextInt(3)));
    }
    if (random.nextInt(3) == 0) {
      process.unread("unread.pdf", state(), "");
    }
    return process.build();
  }
}
