package it.lente.extract.reading.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableTextTest {

  @Test
  void misread_windows_characters_and_controls_are_mended() {
    assertThat(ReadableText.of("l\u0092idea\u0000di\r\ntutti  \n\n\n\nqui"))
        .isEqualTo("l\u2019idea di\ntutti\n\nqui");
    assertThat(ReadableText.of("a\uD800b")).isEqualTo("a b");
  }

  @Test
  void ligatures_and_shaped_letters_of_a_page_become_plain_ones() {
    assertThat(ReadableText.ofGlyph("\uFB03")).isEqualTo("ffi");
    assertThat(ReadableText.ofGlyph("\uFEFB")).isEqualTo("\u0644\u0627");
    assertThat(ReadableText.ofGlyph("\u0092")).isEqualTo("\u2019");
    assertThat(ReadableText.ofGlyph("\u0000")).isBlank();
    assertThat(ReadableText.ofGlyph("\uE000")).isEqualTo("\uE000");
  }
}
