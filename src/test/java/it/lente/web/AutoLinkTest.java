package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutoLinkTest {

  private static final List<String> PARTS =
      List.of(
          "https://",
          "HTTP://",
          "mailto:",
          "javascript:",
          "data:",
          "@",
          "a.it",
          "b@c.it",
          "(",
          ")",
          ".",
          ",",
          "»",
          "\"",
          "<",
          " ",
          "parola",
          "à",
          "?",
          "…",
          "\n");

  @ParameterizedTest
  @CsvSource({
    "https://a.example/b, https://a.example/b",
    "Vedi https://a.example/b?c=d#e., https://a.example/b?c=d#e",
    "(http://a.example/b), http://a.example/b",
    "su https://a.example/Rio_(fiume) e altrove, https://a.example/Rio_(fiume)",
    "«https://a.example», https://a.example",
    "scrivere a info@comune.example., mailto:info@comune.example",
    "mailto:info@comune.example, mailto:info@comune.example"
  })
  void an_address_inside_a_text_leads_there(String text, String address) {
    assertThat(AutoLink.in(text).stream().map(AutoLink::address).filter(each -> !each.isEmpty()))
        .containsExactly(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "ftp://a.example",
        "data:text/html,x",
        "a@b",
        "https://",
        ""
      })
  void nothing_else_leads_anywhere(String text) {
    assertThat(AutoLink.in(text)).allSatisfy(piece -> assertThat(piece.address()).isEmpty());
  }

  @Test
  void no_character_is_lost_and_only_safe_addresses_are_made() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      String text =
          random
              .ints(random.nextInt(12), 0, PARTS.size())
              .mapToObj(PARTS::get)
              .collect(Collectors.joining());
      List<AutoLink> pieces = AutoLink.in(text);
      assertThat(pieces.stream().map(AutoLink::text).collect(Collectors.joining()))
          .as("seed " + seed)
          .isEqualTo(text);
      assertThat(pieces)
          .as("seed %d: %s", seed, text)
          .allSatisfy(piece ->
              assertThat(piece.address()).matches("(?is)|https?://\\S+|mailto:[^\\s<>\"]+"));
    }
  }
}
