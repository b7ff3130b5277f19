package it.lente.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableTextTest {

  @Test
  void hyphens_at_a_line_end_are_joined_before_a_small_letter_only() {
    assertThat(ReadableText.ofPage("parteci- \n pazione, e poi"))
        .isEqualTo("partecipazione,\ne poi");
    assertThat(ReadableText.ofPage("con-\nsul-\nta ora")).isEqualTo("consulta\nora");
    assertThat(ReadableText.ofPage("Emilia-\nRomagna")).isEqualTo("Emilia-\nRomagna");
    assertThat(ReadableText.ofPage("2019-\n2020")).isEqualTo("2019-\n2020");
    assertThat(ReadableText.ofPage("elenco -\nvoce")).isEqualTo("elenco -\nvoce");
    assertThat(ReadableText.ofPage("citta\u00AD\ndini")).isEqualTo("cittadini");
  }

  @Test
  void letter_spaced_lines_are_closed_and_rows_of_letters_are_not() {
    assertThat(ReadableText.ofPage("N O N  C L A S S I F I C A T O")).isEqualTo("NON CLASSIFICATO");
    assertThat(ReadableText.ofPage("A B C D E F G H I")).isEqualTo("A B C D E F G H I");
    assertThat(ReadableText.ofPage("a  b  c  d  e  f  g  h")).isEqualTo("a  b  c  d  e  f  g  h");
  }

  @Test
  void misread_windows_characters_and_controls_are_mended() {
    assertThat(ReadableText.of("l\u0092idea\u0000di\r\ntutti  \n\n\n\nqui"))
        .isEqualTo("l\u2019idea di\ntutti\n\nqui");
    assertThat(ReadableText.of("a\uD800b")).isEqualTo("a b");
  }
}
