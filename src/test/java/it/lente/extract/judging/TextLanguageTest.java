package it.lente.extract.judging;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.record.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextLanguageTest {

  private static final String ITALIAN =
      "Il percorso partecipativo si è concluso con un incontro pubblico nella sala del consiglio. I"
          + " cittadini hanno chiesto che la piazza sia chiusa alle auto e che gli alberi siano più"
          + " di quelli previsti dal progetto. L'amministrazione ha risposto che non tutte le"
          + " proposte possono essere accolte. ";
  private static final String ENGLISH =
      "The process ended with a public meeting in the hall of the council. The citizens asked that "
          + "the square should be closed to cars, and that there be more trees than the plan had "
          + "foreseen. The mayor answered that not all of their proposals could be accepted. ";
  private static final String GERMAN =
      "Der Prozess ist mit einer öffentlichen Sitzung im Saal des Rathauses zu Ende gegangen. Die"
          + " Bürger haben verlangt, dass der Platz für Autos gesperrt wird und dass mehr Bäume"
          + " gepflanzt werden, als es im Plan war. Nicht alle Vorschläge können angenommen werden."
          + " ";
  private static final String FRENCH =
      "Le processus s'est achevé par une réunion publique dans la salle du conseil. Les citoyens"
          + " ont demandé que la place soit fermée aux voitures et qu'il y ait plus d'arbres que"
          + " dans le projet. La mairie a répondu que toutes les propositions ne pouvaient pas être"
          + " acceptées. ";
  private static final String SPANISH =
      "El proceso terminó con una reunión pública en la sala del ayuntamiento. Los vecinos pidieron"
          + " que la plaza se cerrara a los coches y que hubiera más árboles de los que estaban en"
          + " el proyecto. No todas las propuestas han sido aceptadas por la administración. ";
  private static final String SLOVENE =
      "Proces se je končal z javnim srečanjem v dvorani občinskega sveta. Občani so zahtevali, da"
          + " se trg zapre za avtomobile in da bo na njem več dreves, kot jih je bilo v načrtu."
          + " Župan je odgovoril, da vseh predlogov ni mogoče sprejeti, ker je za to premalo"
          + " denarja. ";

  @Test
  void a_paragraph_of_prose_tells_its_language() {
    assertThat(languageOf(ITALIAN)).isEqualTo("it");
    assertThat(languageOf(ENGLISH)).isEqualTo("en");
    assertThat(languageOf(GERMAN)).isEqualTo("de");
    assertThat(languageOf(FRENCH)).isEqualTo("fr");
    assertThat(languageOf(SPANISH)).isEqualTo("es");
    assertThat(languageOf(SLOVENE)).isEqualTo("sl");
  }

  @Test
  void capitals_do_not_matter_and_neither_do_accents_in_pieces() {
    assertThat(languageOf(ITALIAN.toUpperCase(Locale.ITALY))).isEqualTo("it");
    assertThat(languageOf(FRENCH.replace("é", "e\u0301"))).isEqualTo("fr");
  }

  @Test
  void too_little_text_has_no_language() {
    assertThat(languageOf()).isEmpty();
    assertThat(languageOf("")).isEmpty();
    assertThat(languageOf("Verbale della seduta del 3 marzo")).isEmpty();
    assertThat(languageOf("Il sindaco ha letto le proposte che sono nel verbale.")).isEmpty();
  }

  @Test
  void lists_and_figures_have_no_language() {
    assertThat(languageOf("Rossi Mario 1.250,00 Bianchi Anna 3.400,50 Verdi Ugo 12,00 ".repeat(50)))
        .isEmpty();
    assertThat(languageOf("1 2 3 4 5 6 ".repeat(500))).isEmpty();
  }

  @Test
  void a_text_in_two_languages_has_that_of_most_of_it_or_none() {
    assertThat(languageOf(ITALIAN, GERMAN, ITALIAN, GERMAN)).isEmpty();
    assertThat(languageOf(ITALIAN, ITALIAN, ITALIAN, GERMAN)).isEqualTo("it");
  }

  @Test
  void what_pages_repeat_does_not_count() {
    String foot = "This is the report of the council and of all its offices for the year. ";
    List<PageText> pages = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      String body = i == 1 ? ITALIAN.repeat(2) : "Tavola " + i + ". ";
      pages.add(
          new PageText(i, "", body + foot, PageShape.NONE)
              .withRepeated(List.of(new TextRange(body.length(), body.length() + foot.length()))));
    }
    assertThat(TextLanguage.of(pages)).isEqualTo("it");
  }

  private static String languageOf(String... pages) {
    List<PageText> texts = new ArrayList<>();
    for (String page : pages) {
      texts.add(new PageText(texts.size() + 1, "", page, PageShape.NONE));
    }
    return TextLanguage.of(texts);
  }
}
