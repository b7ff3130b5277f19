package it.lente.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.QueryField;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Condition;
import it.lente.record.TextQuery.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One thing in many ways of writing: any of them in a question finds any of them in a text. */
class WaysOfWritingTest {

  private static final List<String> MONTHS =
      List.of(
          "gennaio",
          "febbraio",
          "marzo",
          "aprile",
          "maggio",
          "giugno",
          "luglio",
          "agosto",
          "settembre",
          "ottobre",
          "novembre",
          "dicembre");

  @Test
  void a_date_in_any_form_finds_it_in_any_other_and_marks_it_whole() {
    long seed = 20170509L;
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      int day = 1 + random.nextInt(28);
      int month = 1 + random.nextInt(12);
      int year = 1960 + random.nextInt(70);
      List<String> ways = dates(day, month, year);
      for (String typed : ways) {
        for (String written : ways) {
          String text = "Il giorno " + written + ", alle ore 18, e non il 30/2/1901";
          assertThat(marked(text, typed))
              .as("seed %d: %s in %s", seed, typed, written)
              .containsExactly(written);
          assertThat(marked(text, "\"giorno " + typed + "\"")).containsExactly("giorno " + written);
        }
      }
    }
  }

  private static List<String> dates(int day, int month, int year) {
    String name = MONTHS.get(month - 1);
    List<String> ways =
        new ArrayList<>(
            List.of(
                day + "/" + month + "/" + year,
                "%02d/%02d/%d".formatted(day, month, year),
                day + "-" + month + "-" + year,
                day + "." + month + "." + year,
                "%d-%02d-%02d".formatted(year, month, day),
                day + " " + name + " " + year,
                day + " " + name.substring(0, 3) + ". " + year));
    if (day == 1) {
      ways.add("1º " + name + " " + year);
      ways.add("1° " + name + " " + year);
    }
    return ways;
  }

  @Test
  void a_day_without_a_year_is_found_in_every_date_of_that_day() {
    for (String typed : List.of("9 maggio", "9 mag", "09 maggio")) {
      assertThat(marked("il 9 maggio, il 9/5/2017, il 2021-05-09 e il 19 maggio", typed))
          .as(typed)
          .containsExactly("9 maggio", "9/5/2017", "2021-05-09");
    }
  }

  @Test
  void another_day_another_month_and_bare_numbers_are_no_such_date() {
    assertThat(marked("il 10/5/2017, il 9/6/2017, il 9/5/2018, 5 su 9", "9/5/2017")).isEmpty();
    assertThat(marked("seggi 9, 5 e 2017", "9 5 2017")).containsExactly("9", "5", "2017");
  }

  @Test
  void an_amount_in_any_form_finds_it_in_any_other() {
    long seed = 15000L;
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      int thousands = 1 + random.nextInt(999);
      int rest = random.nextInt(1000);
      String dotted = "%d.%03d".formatted(thousands, rest);
      String plain = dotted.replace(".", "");
      if (plain.matches("(1[89]|20)..")) {
        continue;
      }
      List<String> ways =
          List.of(plain, dotted, dotted + ",00", plain + ",00", dotted.replace('.', ' '));
      for (String typed : ways) {
        for (String written : ways) {
          for (String text :
              List.of("sono € " + written + " in tutto", "sono " + written + " euro")) {
            assertThat(marked(text, typed).stream().map(WaysOfWritingTest::euro))
                .as("seed %d: %s in %s", seed, typed, text)
                .containsExactly(plain);
          }
        }
      }
    }
  }

  private static String euro(String amount) {
    return amount.replaceAll(",00$", "").replaceAll("[ .]", "");
  }

  @Test
  void cents_keep_amounts_apart_and_the_sign_of_the_currency_is_on_either_side() {
    for (String typed : List.of("1250,50", "1.250,50", "€ 1250,50", "1250,50 €", "€1.250,50")) {
      assertThat(marked("euro 1.250,50 e 1.250,00 e 1.250,75", typed))
          .as(typed)
          .containsExactly("1.250,50");
    }
    assertThat(marked("alle 18.00 in via Roma 18", "18.00")).containsExactly("18.00");
    assertThat(marked("il 28,5% dei voti", "28,5 %")).containsExactly("28,5");
    assertThat(marked("il 28,5 % dei voti", "28,5%")).containsExactly("28,5");
  }

  @Test
  void a_sign_in_another_dress_is_the_same() {
    record Ways(List<String> ways) {}
    List<Ways> all =
        List.of(
            new Ways(List.of("m2", "m²", "㎡")),
            new Ways(List.of("km3", "km³")),
            new Ways(List.of("CO2", "CO₂")),
            new Ways(List.of("3° lotto", "3º lotto", "3o lotto", "3ª lotto")),
            new Ways(List.of("n. 77", "n° 77", "nº 77", "n.77", "№ 77", "numero 77")),
            new Ways(List.of("1/2", "½")),
            new Ways(List.of("capitolo VIII", "capitolo Ⅷ", "capitolo viii")),
            new Ways(List.of("piazza", "ｐｉａｚｚａ", "pia\u200Bzza", "pia\u00ADzza", "PIAZZA")));
    for (Ways ways : all) {
      for (String typed : ways.ways()) {
        for (String written : ways.ways()) {
          assertThat(marked("prima " + written + " dopo", typed))
              .as("%s in %s", typed, written)
              .isNotEmpty();
          assertThat(matcher(written, typed).answers(everyPart(written, typed)))
              .as("%s in %s", typed, written)
              .isTrue();
        }
      }
    }
  }

  private static IntPredicate everyPart(String written, String typed) {
    QueryMatcher matcher = matcher(written, typed);
    TextPositions text = TextPositions.ofTexts(written);
    return part -> matcher.parts().get(part).occursIn(text);
  }

  @Test
  void a_phrase_runs_over_the_mark_of_a_note() {
    assertThat(marked("il ruscello¹ scorre", "\"ruscello scorre\""))
        .containsExactly("ruscello¹ scorre");
    for (String mark : List.of("¹", " ¹²", " ᵃ", " ⁱᵛ", "*", " ⁽³⁾", "[³]", " ¹,²", "†")) {
      assertThat(marked("il ruscello" + mark + " scorre", "\"il ruscello scorre\""))
          .as(mark)
          .hasSize(1);
    }
  }

  @Test
  void a_raised_digit_is_no_part_of_the_word_before_it() {
    assertThat(FormReader.forms("la rigenerazione¹ dei 55 m², H₂O"))
        .containsExactly("la", "rigenerazione", "dei", "55", "m2", "h2o");
    assertThat(FormReader.forms("la 1ª fase ᵃ di 3 ᵇ, Mᵐᵉ"))
        .containsExactly("la", "1a", "fase", "di", "3", "mme");
  }

  @Test
  void an_ordinal_is_found_by_its_number_and_in_its_other_gender() {
    assertThat(marked("la 4ª fase", "4a")).containsExactly("4ª");
    assertThat(marked("il 4° lotto, la fase 4", "4")).containsExactly("4°", "4");
    assertThat(marked("una temperatura di 20°C e 20 gradi", "20")).containsExactly("20", "20");
  }

  @Test
  void a_code_is_found_in_whatever_groups_it_is_written() {
    List<List<String>> codes =
        List.of(
            List.of("IT60X0542811101000000123456", "IT60 X054 2811 1010 0000 0123 456"),
            List.of("051234567", "051 234567", "051/234567", "051.234.567", "051-23 45 67"),
            List.of("J31B21000520001", "J31 B21 000520001"),
            List.of("12345/2019", "12.345/2019", "12345 2019"),
            List.of("2-bis", "2bis", "2 bis"));
    for (List<String> ways : codes) {
      for (String typed : ways) {
        for (String written : ways) {
          assertThat(marked("vedi " + written + " qui", typed))
              .as("%s in %s", typed, written)
              .isNotEmpty();
        }
      }
    }
    assertThat(marked("vedi 051 234568", "051234567")).isEmpty();
  }

  @Test
  void words_joined_by_a_sign_are_a_run_first_and_single_words_if_it_occurs_nowhere() {
    for (String sign : List.of(",", "/", ";", "+", "&", "_", "|")) {
      assertThat(marked("il prato e un mirtillo", "mirtillo" + sign + "prato"))
          .as(sign)
          .containsExactly("prato", "mirtillo");
    }
    assertThat(marked("B&B in centro, b o b", "B&B")).containsExactly("B&B");
    assertThat(marked("12345/2019 e 2019", "12345/2019")).containsExactly("12345/2019");
    QueryMatcher split = matcher("il prato e un mirtillo", "mirtillo,prato");
    assertThat(split.interpretation().split()).containsExactly("mirtillo,prato");
    assertThat(matcher("mirtillo, prato", "mirtillo,prato").interpretation().split()).isEmpty();
  }

  @Test
  void letters_are_left_open_anywhere_in_a_word_and_in_a_phrase() {
    String text = "partecipazione dei gentili mirtilli in piazza gentile";
    assertThat(marked(text, Kind.WILDCARD, "*cipazione")).containsExactly("partecipazione");
    assertThat(marked(text, Kind.WILDCARD, "m*lli")).containsExactly("mirtilli");
    assertThat(marked(text, Kind.WILDCARD, "gent?li")).containsExactly("gentili");
    assertThat(marked(text, Kind.WILDCARD, "*x*")).isEmpty();
    assertThat(marked(text, Kind.PHRASE, "piazza gent*")).containsExactly("piazza gentile");
  }

  @Test
  void signs_without_a_word_are_answered_by_nothing() {
    for (String typed : List.of("???", "€", "😀", "l'", "*")) {
      QueryMatcher matcher = matcher("qualcosa", typed);
      assertThat(matcher.interpretation().wordless()).as(typed).isTrue();
      assertThat(matcher.answers(part -> true)).as(typed).isFalse();
    }
  }

  private static QueryMatcher matcher(String text, String typed) {
    return matcher(TextPositions.ofTexts(text), query(typed));
  }

  private static QueryMatcher matcher(TextPositions text, TextQuery query) {
    return QueryMatcher.of(query, SlowDictionary.of(List.of(text)));
  }

  /** Words are typed with white space between them, a phrase in quotation marks. */
  private static TextQuery query(String typed) {
    if (typed.startsWith("\"")) {
      return query(Kind.PHRASE, typed.substring(1, typed.length() - 1));
    }
    List<Condition> words =
        Stream.of(typed.split(" "))
            .filter(word -> typed.length() == 1 || !"€%".contains(word))
            .<Condition>map(word -> new Clause(Kind.WORD, word))
            .toList();
    return new TextQuery(typed, TextQuery.all(words));
  }

  private static TextQuery query(Kind kind, String text) {
    return new TextQuery(text, new Clause(kind, text, 0, QueryField.ANYWHERE));
  }

  private static List<String> marked(String text, String typed) {
    return marked(text, query(typed));
  }

  private static List<String> marked(String text, Kind kind, String typed) {
    return marked(text, query(kind, typed));
  }

  private static List<String> marked(String text, TextQuery query) {
    TextPositions positions = TextPositions.ofTexts(text);
    Occurrences found = matcher(positions, query).occurrences(positions, FieldsAt.PAGES);
    List<String> marked = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      int start = positions.offsets(found.start(i))[0];
      marked.add(text.substring(start, positions.offsets(found.end(i) - 1)[1]));
    }
    return marked;
  }
}
