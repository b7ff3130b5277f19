package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressTest {

  private final Address address =
      new Address(
          "/",
          Map.of(
              "lang", List.of("en"),
              "q", List.of("la \"città\" & l'acqua"),
              "year", List.of("2019", "2015-2017", "2019"),
              "scope", List.of("all"),
              "page", List.of("3"),
              "utm_source", List.of("x"),
              "status", List.of(" ")));

  @Test
  void an_address_has_one_form_whatever_the_order() {
    assertThat(address)
        .hasToString(
            "/?q=la%20%22citt%C3%A0%22%20%26%20l%27acqua&year=2015-2017&year=2019&page=3&lang=en");
  }

  @Test
  void parameters_are_added_changed_and_taken_away() {
    assertThat(address.without("q").without("year", "2019").with("page", 1))
        .hasToString("/?year=2015-2017&lang=en");
    assertThat(address.without("q").without("year").adding("place", "A > B").with("page", 4))
        .hasToString("/?place=A%20%3E%20B&page=4&lang=en");
    assertThat(address.without("page")).isNotEqualTo(address);
  }

  @Test
  void addresses_that_differ_in_one_value_are_those_that_are_written_one_by_one() {
    Address.Series years = address.with("q", "year=0").series("year");
    for (String value : List.of("2019", "none", "2015-2017", "A > B")) {
      assertThat(years.with(value))
          .isEqualTo(address.with("q", "year=0").with("year", value).toString());
    }
  }

  @Test
  void any_text_may_be_a_segment() {
    assertThat(Address.original("a/b", "x y/à%20?#.pdf"))
        .hasToString("/attachments/a%2Fb/x%20y/%C3%A0%2520%3F%23.pdf");
    assertThat(Address.process("x").place("first")).isEqualTo("/processes/x#first");
  }
}
