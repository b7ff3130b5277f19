package it.lente.extract.reading.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.record.WordBox;
import it.lente.record.WordBoxes;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecognizedTextTest {

  private static final float HALF = .5f;

  @Test
  void words_make_lines_and_paragraphs() {
    RecognizedText text =
        RecognizedText.of(
            List.of(
                word("Il", 1, 1, 0),
                word("parco", 1, 1, 30),
                word("nuovo", 2, 1, 0),
                word("Fine", 3, 2, 0)),
            HALF);
    assertThat(text.text()).isEqualTo("Il parco\nnuovo\n\nFine");
  }

  @Test
  void boxes_are_in_points_and_keep_the_confidence() {
    RecognizedText text =
        RecognizedText.of(
            List.of(word("Il", 1, 1, 0), new Tesseract.Word("parco", 1, 1, 60, 40, 50, 20, 71)),
            HALF);
    assertThat(text.boxes().all())
        .containsExactly(new WordBox(0, 2, 0, 5, 10, 6, 90), new WordBox(3, 8, 30, 20, 25, 10, 71));
  }

  @Test
  void a_word_broken_at_the_end_of_a_line_is_one_word_with_two_boxes() {
    RecognizedText text =
        RecognizedText.of(
            List.of(
                word("giardini", 1, 1, 0),
                word("pub-", 1, 1, 90),
                word("blici", 2, 1, 0),
                word("e", 2, 1, 60),
                word("strade", 2, 1, 80)),
            HALF);
    assertThat(text.text()).isEqualTo("giardini pubblici\ne strade");
    assertThat(text.boxes().within(9, 17))
        .extracting(WordBox::start, WordBox::end)
        .containsExactly(tuple(9, 12), tuple(12, 17));
  }

  @Test
  void hyphens_that_break_no_word_stay() {
    for (List<Tesseract.Word> words :
        List.of(
            List.of(word("Emilia-", 1, 1, 0), word("Romagna", 2, 1, 0)),
            List.of(word("2019-", 1, 1, 0), word("oggi", 2, 1, 0)),
            List.of(word("pub-", 1, 1, 0), word("blici", 2, 2, 0)),
            List.of(word("pub-", 1, 1, 0), word("blici", 1, 1, 50)))) {
      assertThat(RecognizedText.of(words, HALF).text()).contains("-");
    }
  }

  @Test
  void nothing_makes_nothing() {
    assertThat(RecognizedText.of(List.of(), HALF))
        .isEqualTo(new RecognizedText("", WordBoxes.NONE));
  }

  @Test
  void a_stamp_is_kept_as_it_was_read_and_not_recognised_again() {
    WordBox stamp = new WordBox(0, 8, 0, 5, 40, 6);
    PageText page =
        new PageText(1, "", "Prot. 77", new PageShape(595, 842, 0))
            .withBoxes(WordBoxes.of(List.of(stamp)));

    RecognizedText text =
        RecognizedText.beside(
            page, List.of(word("Pr0t.", 1, 1, 20), word("parco", 2, 2, 300)), HALF);

    assertThat(text.text()).isEqualTo("Prot. 77\n\nparco");
    assertThat(text.boxes().all()).containsExactly(stamp, new WordBox(10, 15, 150, 5, 25, 6, 90));
    assertThat(RecognizedText.beside(page, List.of(), HALF).text()).isEqualTo("Prot. 77");
  }

  private static Tesseract.Word word(String text, int line, int block, int left) {
    return new Tesseract.Word(text, line, block, left, 10, 10 * text.length(), 12, 90);
  }
}
