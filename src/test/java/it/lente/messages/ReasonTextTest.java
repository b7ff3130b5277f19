package it.lente.messages;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.messages.ReasonText.Stretch;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.record.TextUnit;
import java.text.MessageFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReasonTextTest {

  private static String italian(Reason... reasons) {
    return ReasonText.stretches(List.of(reasons), Messages.ITALIAN).stream()
        .map(each -> each.english() ? "<" + each.text() + ">" : each.text())
        .collect(Collectors.joining());
  }

  @Test
  void every_code_has_a_sentence_in_every_language_that_takes_the_same_values() {
    for (ReasonCode code : ReasonCode.values()) {
      int places = places(code, Messages.ENGLISH);
      for (Messages messages : Messages.BY_LANGUAGE.values()) {
        assertThat(places(code, messages)).as("%s %s", code, messages.language()).isEqualTo(places);
        List<?> values =
            code == ReasonCode.AS_OF
                ? List.of("2026-11-05")
                : List.of(1200, 7, 8, 9).subList(0, places);
        String said = ReasonText.of(List.of(code.with(values.toArray())), messages);
        assertThat(said).as("%s %s", code, messages.language()).isNotBlank().doesNotContain("{");
      }
    }
  }

  private static int places(ReasonCode code, Messages messages) {
    String sentence = messages.get("reason." + code.key());
    return new MessageFormat(sentence).getFormatsByArgumentIndex().length;
  }

  @Test
  void an_earlier_day_is_written_as_pages_write_days() {
    Reason broken = ReasonCode.RECORD_BROKEN.with("orti.txt");

    assertThat(italian(ReasonCode.AS_OF.with("2026-11-05", broken)))
        .isEqualTo(
            "aggiornato al 5 novembre 2026, perché il suo file orti.txt non può essere usato");
  }

  @Test
  void reasons_are_written_one_after_the_other_down_to_files_in_files() {
    assertThat(italian(ReasonCode.NO_TEXT_ON.with(1), ReasonCode.A_PICTURE.with()))
        .isEqualTo("nessun testo (1 pagina); è un’immagine");
    assertThat(italian(ReasonCode.TOO_MANY_PAGES.with(5_000)))
        .isEqualTo("ha più di 5.000 pagine, il resto è lasciato fuori");
    Reason picture = ReasonCode.ONLY_A_PICTURE.with();
    assertThat(italian(Reason.on(TextUnit.PAGE, List.of(1, 2, 3, 4, 9, 11, 12), 3, picture)))
        .isEqualTo("pagine 1, 2, 3 e altre 4: nessun testo ma un’immagine");
    Reason scans =
        Reason.of(
            ReasonCode.FILES,
            List.of("a.pdf", "b.pdf"),
            5,
            List.of(ReasonCode.NO_TEXT_ON.with(2), ReasonCode.PICTURES.with()));
    Reason damaged =
        Reason.of(
            ReasonCode.FILES,
            List.of("c (1).pdf"),
            5,
            List.of(ReasonCode.DAMAGED.with(Reason.quoted("no (x); end {0}"))));
    assertThat(
            italian(
                ReasonCode.TOO_MANY_FILES.with(9),
                ReasonCode.NOT_READ.with(3, 9, List.of(scans, damaged))))
        .isEqualTo(
            "contiene più di 9 file, il resto è lasciato fuori; file al suo interno non"
                + " letti, 3 su 9: a.pdf, b.pdf (nessun testo (2 pagine); sono immagini),"
                + " c (1).pdf (è danneggiato: <no (x); end {0}>)");
  }

  @Test
  void words_of_another_program_say_that_they_are_english_and_names_do_not() {
    assertThat(italian(ReasonCode.DAMAGED.with(Reason.quoted("Missing root (object 1"))))
        .isEqualTo("è danneggiato: <Missing root (object 1>");
    assertThat(italian(ReasonCode.PART_MISSING.with("a\uE000b.xml")))
        .isEqualTo("manca la parte a b.xml");
  }

  @Test
  void a_page_in_english_marks_nothing_and_no_reason_is_nothing() {
    Reason damaged = ReasonCode.DAMAGED.with(Reason.quoted("x"));
    assertThat(ReasonText.stretches(List.of(damaged), Messages.ENGLISH))
        .containsExactly(new Stretch("it is damaged: x", false));
    assertThat(ReasonText.stretches(List.of(), Messages.ITALIAN)).isEmpty();
  }
}
