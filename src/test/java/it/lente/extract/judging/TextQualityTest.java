package it.lente.extract.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextQualityTest {

  private static final String ITALIAN =
      """
      I cittadini che hanno partecipato agli incontri del percorso hanno chiesto al comune di
      rivedere il progetto della piazza, di aumentare gli spazi verdi e di ridurre il traffico
      davanti alla scuola. Il gruppo di lavoro ha raccolto quaranta proposte, discusse in tre
      serate aperte a tutti; le proposte più votate sono state consegnate alla giunta, che si è
      impegnata a dare una risposta motivata entro sessanta giorni dalla chiusura del processo.
      Il comitato di garanzia ha seguito ogni fase, ha letto i questionari e ha verificato che le
      decisioni prese nei tavoli fossero riportate con fedeltà nel documento finale, pubblicato
      sul sito dell'ente insieme ai verbali e alle fotografie degli incontri nei quartieri.
      """;

  /** What different languages say of the same things. */
  private static final List<String> OTHERS =
      List.of(
          """
          Les habitants qui ont participé aux réunions ont demandé à la commune de revoir le projet
          de la place, d'augmenter les espaces verts et de réduire la circulation devant l'école. Le
          groupe de travail a recueilli quarante propositions, discutées au cours de trois soirées.
          """,
          """
          Die Bürgerinnen und Bürger, die an den Versammlungen teilgenommen haben, wünschen sich von
          der Gemeinde mehr Grünflächen, weniger Durchgangsverkehr vor der Grundschule und einen
          schöneren Platz. Die Arbeitsgruppe sammelte vierzig Vorschläge an drei Abenden.
          """,
          """
          Los vecinos que han participado en las reuniones han pedido al ayuntamiento que revise el
          proyecto de la plaza, aumente las zonas verdes y reduzca el tráfico delante de la escuela.
          El grupo de trabajo ha recogido cuarenta propuestas, debatidas en tres tardes abiertas.
          """,
          """
          Mieszkańcy, którzy uczestniczyli w spotkaniach, poprosili gminę o zmianę projektu placu, o
          więcej zieleni oraz o ograniczenie ruchu przed szkołą. Grupa robocza zebrała czterdzieści
          wniosków, które omówiono podczas trzech otwartych wieczorów w różnych dzielnicach miasta.
          """,
          """
          A találkozókon részt vevő polgárok azt kérték az önkormányzattól, hogy vizsgálja felül a tér
          tervét, növelje a zöldfelületeket és csökkentse a forgalmat az iskola előtt. A munkacsoport
          negyven javaslatot gyűjtött össze, amelyeket három nyilvános estén vitattak meg.
          """,
          "Οι πολίτες που συμμετείχαν στις συναντήσεις ζήτησαν από τον δήμο να αναθεωρήσει το έργο"
              + " ",
          "طلب المواطنون الذين شاركوا في اللقاءات من البلدية مراجعة مشروع الساحة وزيادة المساحات ",
          "התושבים שהשתתפו במפגשים ביקשו מהעירייה לבחון מחדש את תוכנית הכיכר ולהגדיל את השטחים ",
          "参加会议的市民要求市政府重新审查广场项目，增加绿地，减少学校门前的交通。",
          "Жители, участвовавшие во встречах, попросили мэрию пересмотреть проект площади. ");

  @Test
  void text_in_every_language_is_text() {
    assertThat(TextQuality.isGarbage(ITALIAN)).isFalse();
    assertThat(TextQuality.isGarbage(ITALIAN.toUpperCase(java.util.Locale.ROOT))).isFalse();
    for (String other : OTHERS) {
      assertThat(TextQuality.isGarbage(other.repeat(5))).as(other).isFalse();
    }
  }

  @Test
  void numbers_codes_names_and_leaders_are_text() {
    assertThat(TextQuality.isGarbage("1.07 (0.98 - 1.16) 31/12 (117 – 4567) 100% 20\n".repeat(50)))
        .isFalse();
    assertThat(TextQuality.isGarbage("CUP J31B19000450002 CIG Z5A2B7C8D1 IBAN PNRR\n".repeat(50)))
        .isFalse();
    assertThat(
            TextQuality.isGarbage("Premessa .................. 3\n_______ □ Sì □ No\n".repeat(50)))
        .isFalse();
    assertThat(
            TextQuality.isGarbage(
                "Rossi Mario, via Garibaldi 12, Vimercate (MB)\nBrambilla Wanda, Szymański Krzysztof\n"
                    .repeat(20)))
        .isFalse();
  }

  @Test
  void shifted_and_exchanged_letters_are_garbage() {
    assertThat(TextQuality.isGarbage(mapped(c -> c > '=' && c < 128 ? c - 29 : c))).isTrue();
    assertThat(TextQuality.isGarbage(mapped(c -> c >= 'a' && c < 'z' ? c + 1 : c))).isTrue();
    assertThat(TextQuality.isGarbage(mapped(c -> c >= 'a' && c <= 'z' ? 'a' + (c * 7) % 26 : c)))
        .isTrue();
  }

  @Test
  void signs_instead_of_letters_are_garbage() {
    assertThat(TextQuality.isGarbage(mapped(c -> c > ' ' ? 0xF000 + c : c))).isTrue();
    assertThat(TextQuality.isGarbage(mapped(c -> c > ' ' ? '!' + c % 15 : c))).isTrue();
  }

  @Test
  void letters_that_a_font_lost_throughout_make_garbage() {
    assertThat(TextQuality.isGarbage(ITALIAN.replaceAll("[rc]", ""))).isTrue();
    assertThat(TextQuality.isGarbage(ITALIAN.replaceAll("[rc]", " "))).isTrue();
  }

  @Test
  void a_short_text_is_never_judged() {
    assertThat(TextQuality.isGarbage("xkcd qwrtz hjkl")).isFalse();
    assertThat(TextQuality.isGarbage("")).isFalse();
  }

  private static String mapped(java.util.function.IntUnaryOperator map) {
    return ITALIAN
        .chars()
        .map(c -> Character.isWhitespace(c) ? c : map.applyAsInt(c))
        .mapToObj(c -> String.valueOf((char) c))
        .collect(Collectors.joining());
  }
}
