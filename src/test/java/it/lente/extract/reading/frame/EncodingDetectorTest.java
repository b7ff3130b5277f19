package it.lente.extract.reading.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingDetectorTest {

  private static final List<String> ENCODINGS =
      List.of("windows-1252", "x-MacRoman", "IBM850", "IBM437", "UTF-8");

  /** Sentences with one kind of accent each, or hardly any. */
  private static final List<String> SENTENCES =
      List.of(
          "Il percorso coinvolge la citta intera: la città cambia.",
          "Verranno ascoltati più gruppi di abitanti del quartiere.",
          "Il comitato ha già raccolto le firme dei residenti.",
          "La gioventù del paese ha scritto una lettera al sindaco.",
          "Non c'e' dubbio che la proposta sarà discussa in giunta.",
          "Il parco è aperto tutti i giorni.",
          "Ci si chiede perché il progetto sia fermo.",
          "Il tavolo si riunisce ogni lunedì alle 18.",
          "Però il bilancio resta quello del 2019.",
          "Laggiù passa il fiume; di là il mulino.",
          "È stato firmato un patto di collaborazione.",
          "Fine. È bello.",
          "RIUNIONE DEL COMITATO DI CITTÀ",
          "La libertà, la qualità e la novità del percorso: di più non si chiede.",
          "Si potrà votare, e si andrà avanti.",
          "La comunità Papà e Mamme di Cefalù ringrazia.");

  @Test
  void italian_sentences_with_few_accents_come_back_from_every_encoding() {
    for (String encoding : ENCODINGS) {
      Charset charset = Charset.forName(encoding);
      for (String sentence : SENTENCES) {
        if (charset.newEncoder().canEncode(sentence)) {
          assertThat(EncodingDetector.decode(sentence.getBytes(charset)))
              .as(encoding)
              .isEqualTo(sentence);
        }
      }
    }
  }

  @Test
  void all_pairs_of_sentences_come_back() {
    for (String encoding : ENCODINGS) {
      Charset charset = Charset.forName(encoding);
      for (String one : SENTENCES) {
        for (String other : SENTENCES) {
          String text = one + "\r\n" + other;
          if (charset.newEncoder().canEncode(text)) {
            assertThat(EncodingDetector.decode(text.getBytes(charset)))
                .as(encoding)
                .isEqualTo(text);
          }
        }
      }
    }
  }

  @Test
  void signs_after_words_stay_signs_in_texts_of_windows() {
    for (String text :
        List.of(
            "E poi… non so.",
            "Tutti i cittadini… e le cittadine.",
            "Con il… con un… per… e basta.",
            "i principi— così disse",
            "il parco – la piazza",
            "“virgolette” e «altre»",
            "L’altro giorno",
            "elenco: • uno • due",
            "Costa € 15 e 20 €",
            "Art. 5 § 2, n° 3, 20 °C",
            "Le marché à côté de la forêt, où l’été naît",
            "Größe, Straße, Öffnung, fünf",
            "El niño pidió más año",
            "É stato detto")) {
      assertThat(EncodingDetector.decode(text.getBytes(Charset.forName("windows-1252"))))
          .isEqualTo(text);
    }
  }

  @Test
  void degrees_and_currencies_of_other_machines_are_told_by_their_numbers() {
    for (String text : List.of("la sala a 20 °C", "delibera n° 15 del 2018")) {
      for (String encoding : List.of("x-MacRoman", "IBM850")) {
        assertThat(EncodingDetector.decode(text.getBytes(Charset.forName(encoding))))
            .isEqualTo(text);
      }
    }
    String euro = "spesa di 15 € a testa";
    assertThat(EncodingDetector.decode(euro.getBytes(Charset.forName("x-MacRoman"))))
        .isEqualTo(euro);
  }
}
