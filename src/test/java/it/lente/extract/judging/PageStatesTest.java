package it.lente.extract.judging;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.PageShape;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.TextRange;
import it.lente.record.WordBox;
import it.lente.record.WordBoxes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageStatesTest {

  private static final PictureCoverage SCAN = new PictureCoverage(1, false);

  private static final long SEED = 20261124L;

  @Test
  void heads_feet_and_page_numbers_are_repeated() {
    List<PageText> pages =
        whenJudging(
            "Comune di Valsorda\nPremessa al piano\nil testo\nPagina 1 di 3",
            "COMUNE  DI VALSORDA\nsegue il testo\nancora\nPagina 2 di 3",
            "Comune di Valsorda\nfine del testo\nPagina 3 di 3");
    assertThat(pages)
        .allSatisfy(page -> assertThat(repeated(page).getFirst()).startsWithIgnoringCase("comune"));
    assertThat(repeated(pages.get(1))).containsExactly("COMUNE  DI VALSORDA", "Pagina 2 di 3");
  }

  @Test
  void the_first_page_may_be_without_and_heads_may_alternate() {
    List<PageText> pages =
        whenJudging(
            "Relazione finale\ntesto uno",
            "2 Bilancio partecipativo\ntesto due",
            "Relazione finale di progetto 3\ntesto tre",
            "4 Bilancio partecipativo\ntesto quattro",
            "Relazione finale di progetto 5\ntesto cinque",
            "6 Bilancio partecipativo\ntesto sei",
            "Relazione finale di progetto 7\ntesto sette");
    assertThat(repeated(pages.getFirst())).isEmpty();
    assertThat(repeated(pages.get(2))).containsExactly("Relazione finale di progetto 3");
    assertThat(repeated(pages.get(5))).containsExactly("6 Bilancio partecipativo");
  }

  @Test
  void page_numbers_advance_in_every_writing() {
    for (String number : List.of("%d", "- %d -", "%d / 4", "pag. %d", "Page %d of 4")) {
      String[] pages = new String[4];
      for (int i = 0; i < pages.length; i++) {
        pages[i] = "testo " + "abcd".charAt(i) + "\n" + number.formatted(i + 1);
      }
      assertThat(whenJudging(pages)).allSatisfy(page -> assertThat(repeated(page)).hasSize(1));
    }
    assertThat(whenJudging("uno\nv", "due\nvi", "tre\nvii"))
        .allSatisfy(page -> assertThat(repeated(page)).hasSize(1));
  }

  @Test
  void headings_with_a_number_of_their_own_are_text() {
    for (String heading :
        List.of("Delibera n. %d", "Scheda %d", "Gruppo di lavoro %d", "%d.3.20%d")) {
      String[] pages = new String[5];
      for (int i = 0; i < pages.length; i++) {
        pages[i] = heading.formatted(i + 14, i + 14) + "\ntesto " + "abcde".charAt(i);
      }
      assertThat(whenJudging(pages)).as(heading).allSatisfy(p -> assertThat(repeated(p)).isEmpty());
    }
  }

  @Test
  void what_is_repeated_in_the_middle_of_pages_is_text() {
    String[] pages = new String[6];
    for (int i = 0; i < pages.length; i++) {
      char c = "abcdef".charAt(i);
      pages[i] =
          "uno%1$s\ndue%1$s\ntre%1$s\nSì No\nSì No\nsei%1$s\nsette%1$s\notto%1$s".formatted(c);
    }
    assertThat(whenJudging(pages)).allSatisfy(page -> assertThat(repeated(page)).isEmpty());
  }

  @Test
  void copies_of_a_page_are_no_running_heads() {
    String form =
        ("Il sottoscritto dichiara di voler partecipare al percorso numero %d e di avere"
                + " letto il regolamento che lo descrive per intero in ogni sua parte\n")
            .repeat(12);
    String[] copies = {
      form.formatted(many(12)), form.formatted(many(12)), form.formatted(many(12))
    };
    assertThat(whenJudging(copies)).allSatisfy(page -> assertThat(repeated(page)).isEmpty());
  }

  @Test
  void a_stamp_in_the_margin_is_found_wherever_it_is_read() {
    List<PageText> pages = new ArrayList<>();
    for (int number = 1; number <= 4; number++) {
      pages.add(stamped(number, 575, 300));
    }
    assertThat(PageStates.judged(pages, page -> PictureCoverage.NOTHING))
        .allSatisfy(page -> assertThat(repeated(page)).containsExactly("Prot. 77"));
    pages.set(2, stamped(3, 575, 500));
    assertThat(repeated(PageStates.judged(pages, page -> PictureCoverage.NOTHING).get(2)))
        .isEmpty();
  }

  @Test
  void a_stamp_on_a_picture_is_no_text() {
    List<PageText> pages =
        PageStates.judged(pages("Prot. 77/2019", "Prot. 77/2019", "Prot. 77/2019"), page -> SCAN);
    assertThat(pages).extracting(PageText::state).containsOnly(PageState.NEEDS_OCR);
  }

  @Test
  void a_page_is_text_picture_or_empty_by_what_it_alone_says() {
    List<PageText> pages =
        PageStates.judged(
            pages(
                "Comune di Valsorda\nun testo che è lungo abbastanza",
                "Comune di Valsorda",
                "Comune di Valsorda\nFig. 1",
                "Comune di Valsorda\nbreve"),
            page ->
                page.number() % 2 == 1 ? new PictureCoverage(.3f, false) : PictureCoverage.NOTHING);
    assertThat(pages)
        .extracting(PageText::state)
        .containsExactly(PageState.TEXT, PageState.EMPTY, PageState.NEEDS_OCR, PageState.TEXT);
  }

  @Test
  void failed_and_recognised_pages_stay_what_they_are() {
    List<PageText> pages =
        List.of(
            pages("uno").getFirst().withState(PageState.FAILED),
            pages("due").getFirst().withState(PageState.OCR));
    assertThat(PageStates.judged(pages, page -> SCAN))
        .extracting(PageText::state)
        .containsExactly(PageState.FAILED, PageState.OCR);
  }

  @Test
  void nothing_but_what_was_added_to_random_pages_is_repeated() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      int count = 4 + random.nextInt(12);
      int heads = random.nextInt(4);
      int feet = random.nextInt(3);
      String[] pages = new String[count];
      for (int i = 0; i < count; i++) {
        List<String> lines = new ArrayList<>();
        for (int line = 8 + random.nextInt(30); line > 0; line--) {
          lines.add("riga " + Long.toString(random.nextLong(), 36).replaceAll("\\d", "x"));
        }
        for (int head = 0; head < heads; head++) {
          lines.addFirst("Testata " + "abcd".charAt(head));
        }
        for (int foot = 0; foot < feet; foot++) {
          lines.add(foot == 0 ? "pagina " + (i + 7) : "Piede di pagina");
        }
        pages[i] = String.join("\n", lines);
      }
      List<PageText> judged = whenJudging(pages);
      List<PageText> again = PageStates.judged(judged, page -> PictureCoverage.NOTHING);
      assertThat(again).as("seed %d, round %d", SEED, round).isEqualTo(judged);
      assertThat(judged)
          .as("seed %d, round %d", SEED, round)
          .allSatisfy(page -> assertThat(repeated(page)).hasSize(heads + feet));
    }
  }

  private static Object[] many(int count) {
    Object[] numbers = new Object[count];
    Arrays.setAll(numbers, i -> i * 100);
    return numbers;
  }

  private static List<PageText> whenJudging(String... texts) {
    return PageStates.judged(pages(texts), page -> PictureCoverage.NOTHING);
  }

  private static List<PageText> pages(String... texts) {
    List<PageText> pages = new ArrayList<>();
    for (String text : texts) {
      pages.add(new PageText(pages.size() + 1, "", text, new PageShape(595, 842, 0)));
    }
    return pages;
  }

  /** Eleven lines of text, the sixth of them a stamp that runs up the page. */
  private static PageText stamped(int number, float left, float top) {
    StringBuilder text = new StringBuilder();
    List<WordBox> boxes = new ArrayList<>();
    for (int line = 0; line < 11; line++) {
      int start = text.length();
      text.append(
          line == 5 ? "Prot. 77" : "riga" + "abcdefghijk".charAt(line) + "x".repeat(number));
      boxes.add(
          line == 5
              ? new WordBox(start, start + 5, left, top, 10, 60)
              : new WordBox(start, text.length(), 100, 100 + 50 * line, 80, 12));
      text.append('\n');
    }
    return new PageText(number, "", text.toString(), new PageShape(595, 842, 0))
        .withBoxes(WordBoxes.of(boxes));
  }

  private static List<String> repeated(PageText page) {
    List<String> lines = new ArrayList<>();
    for (TextRange range : page.repeated()) {
      lines.add(page.text().substring(range.start(), range.end()));
    }
    return lines;
  }
}
