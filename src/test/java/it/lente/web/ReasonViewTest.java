package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.Reason;
import it.lente.web.ReasonView.Stretch;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonViewTest {

  /** Values as files give them, for each place that a sentence can have. */
  private static Object value(String place) {
    return switch (place) {
      case "n" -> 1200;
      case "m" -> 7;
      case "numbers" -> Reason.some(List.of(1, 2, 5, 9), 3);
      case "pages" -> Reason.pages(3);
      case "files" -> Reason.files(4);
      case "why" -> Reason.LOCKED.with();
      case "inside" -> "a (1).pdf, b.pdf and 2 more (" + Reason.LOCKED.with() + ")";
      case "date" -> "2026-11-05";
      default -> "verbale.xyz";
    };
  }

  private static String italian(String reason) {
    return ReasonView.of(reason, Texts.ITALIAN).stream()
        .map(each -> each.english() ? "<" + each.text() + ">" : each.text())
        .collect(Collectors.joining());
  }

  @Test
  void every_reason_is_told_in_italian_with_all_its_values() {
    for (Reason reason : Reason.values()) {
      String said = reason.with(places(reason.english()).map(ReasonViewTest::value).toArray());
      String told = italian(said);
      if (places(reason.english()).noneMatch("inside"::equals)) {
        assertThat(told).as(said).doesNotContain("<");
      }
      assertThat(told).as(said).isNotEqualTo(said).doesNotContain("{");
      assertThat(places(reason.italian()).collect(Collectors.toSet()))
          .as(reason.name())
          .isEqualTo(places(reason.english()).collect(Collectors.toSet()));
    }
  }

  @Test
  void an_earlier_day_is_told_as_pages_write_days() {
    String why = Reason.RECORD_BROKEN.with("orti.txt");

    assertThat(italian(Reason.AS_OF.with("2026-11-05", why)))
        .isEqualTo(
            "aggiornato al 5 novembre 2026, perché la scheda orti.txt c’è ma non può essere usata");
  }

  private static Stream<String> places(String sentence) {
    return Reason.PLACE.matcher(sentence).results().map(place -> place.group(1));
  }

  @Test
  void reasons_are_told_one_after_the_other_down_to_files_in_files() {
    assertThat(italian("no text on any of 1 page; it is a picture"))
        .isEqualTo("nessun testo (1 pagina); è un’immagine");
    assertThat(italian("it has more than 5,000 pages, the rest is left out"))
        .isEqualTo("ha più di 5.000 pagine, il resto è lasciato fuori");
    assertThat(italian("pages 1, 2, 3 and 4 more: no text but a picture"))
        .isEqualTo("pagine 1, 2, 3 e altre 4: nessun testo ma un’immagine");
    assertThat(
            italian(
                "it holds more than 9 files, the rest is left out; 3 of 9 files inside not read:"
                    + " a.pdf, b.pdf (no text on any of 2 pages; they are pictures),"
                    + " c (1).pdf (it is damaged: no (x); end)"))
        .isEqualTo(
            "contiene più di 9 file, il resto è lasciato fuori; file al suo interno non"
                + " letti, 3 su 9: a.pdf, b.pdf (nessun testo (2 pagine); sono immagini),"
                + " c (1).pdf (è danneggiato: <no (x)>; <end>)");
  }

  @Test
  void what_is_no_sentence_of_ours_stays_whole_and_says_that_it_is_english() {
    assertThat(italian("it is damaged: Missing root (object 1"))
        .isEqualTo("è danneggiato: <Missing root (object 1>");
    for (String other :
        List.of("page 2 is damaged", "(", "x; y (z", "a; ; b", "1 of 2 files", ")")) {
      assertThat(italian(other).replaceAll("[<>]", "")).isEqualTo(other);
    }
  }

  @Test
  void a_page_in_english_shows_it_as_it_is_and_no_reason_is_nothing() {
    assertThat(ReasonView.of("it is damaged: x", Texts.ENGLISH))
        .containsExactly(new Stretch("it is damaged: x", false));
    assertThat(ReasonView.of("", Texts.ITALIAN)).isEmpty();
  }
}
