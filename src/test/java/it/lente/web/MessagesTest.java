package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.messages.Messages;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.record.FileType;
import it.lente.record.Measure;
import it.lente.record.TextUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Pattern PLACE = Pattern.compile("\\{([0-9])");

  private static final Pattern ASKED =
      Pattern.compile("\\b(?:t|messages\\(?\\)?)\\s*\\.get\\(\\s*\"([a-z.-]+[a-z])\"\\s*[,)]");

  @Test
  void every_language_says_the_same_things() {
    assertThat(Messages.LANGUAGES).containsExactly("it", "en", "de");
    for (Messages messages : Messages.BY_LANGUAGE.values()) {
      assertThat(messages.keys()).as(messages.language()).isEqualTo(Messages.ITALIAN.keys());
    }
  }

  @Test
  void italian_leaves_a_usual_name_as_the_collection_spells_it() {
    Messages branded = Messages.ITALIAN.with(Map.of("site.name", "Prova"));
    assertThat(branded.label(Facet.THEME, "TERRITORIO")).isEqualTo("TERRITORIO");
    assertThat(Messages.ENGLISH.label(Facet.THEME, "TERRITORIO")).isEqualTo("Land and places");
    assertThat(Messages.ENGLISH.label(Facet.THEME, "Orti")).isEqualTo("Orti");
  }

  @Test
  void every_message_that_is_asked_for_is_there() throws IOException {
    Set<String> asked = new TreeSet<>();
    for (String folder : List.of("src/main/jte", "src/main/java/it/lente/web")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        for (Path file : files.toList()) {
          asked.addAll(
              ASKED
                  .matcher(Files.readString(file))
                  .results()
                  .map(found -> found.group(1))
                  .collect(Collectors.toSet()));
        }
      }
    }
    assertThat(asked).hasSizeGreaterThan(50);
    assertThat(Messages.ITALIAN.keys()).containsAll(asked);
  }

  @Test
  void every_value_of_a_closed_list_has_its_message() {
    for (Facet facet : Facet.values()) {
      assertThat(Messages.ITALIAN.get("facet." + facet.key())).isNotBlank();
    }
    for (Measure measure : Measure.values()) {
      assertThat(Messages.ITALIAN.get("measure." + measure.key())).isNotBlank();
    }
    for (FileType type : FileType.values()) {
      assertThat(Messages.ITALIAN.get("fileType." + type.key())).isNotBlank();
    }
    for (TextUnit unit : TextUnit.values()) {
      for (String message : List.of("size.", "hits.", "short.", "page.")) {
        assertThat(Messages.ITALIAN.get(message + unit.key())).isNotBlank();
      }
    }
    for (AttachmentState state : AttachmentState.values()) {
      assertThat(Messages.ITALIAN.get("state.name." + state.key())).isNotBlank();
      if (state != AttachmentState.INDEXED) {
        assertThat(Messages.ITALIAN.get("state." + state.key())).isNotBlank();
      }
    }
    for (ProblemType problem : ProblemType.values()) {
      assertThat(Messages.ITALIAN.get("problem." + problem.key() + ".title")).isNotBlank();
      assertThat(Messages.ITALIAN.get("problem." + problem.key() + ".text")).isNotBlank();
    }
  }

  @Test
  void every_language_takes_the_same_values() {
    for (Messages messages : Messages.BY_LANGUAGE.values()) {
      for (String key : Messages.ITALIAN.keys()) {
        assertThat(places(messages.get(key)))
            .as(messages.language() + " " + key)
            .isEqualTo(places(Messages.ITALIAN.get(key)));
      }
    }
  }

  /** The numbers of the places, also those inside a choice. */
  private static Set<String> places(String message) {
    assertThat(new MessageFormat(message, Locale.ITALY).toPattern()).isNotNull();
    return PLACE
        .matcher(message)
        .results()
        .map(place -> place.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void no_message_holds_the_apostrophe_that_its_format_would_swallow() {
    for (Messages messages : Messages.BY_LANGUAGE.values()) {
      messages.keys().forEach(key -> assertThat(messages.get(key)).as(key).doesNotContain("'"));
    }
  }

  @Test
  void numbers_are_written_as_the_language_does() {
    assertThat(Messages.ITALIAN.get("results.count", 12_345)).isEqualTo("12.345 processi trovati");
    assertThat(Messages.ENGLISH.get("results.count", 12_345)).isEqualTo("12,345 processes found");
    Messages german = Messages.BY_LANGUAGE.get("de");
    assertThat(german.get("results.count", 12_345)).isEqualTo("12.345 Prozesse gefunden");
    assertThat(german.get("results.count", 1)).isEqualTo("1 Prozess gefunden");
    assertThat(german.date(LocalDate.of(2021, 1, 4))).isEqualTo("4. Jänner 2021");
    assertThat(german.percent("28.57")).isEqualTo("28,57\u00a0%");
    assertThat(german.euro("15000")).isEqualTo("15.000,00\u00a0€");
    assertThat(german.nameOf("it")).isEqualTo("Italienisch");
    assertThat(Messages.ITALIAN.get("results.count", 1)).isEqualTo("1 processo trovato");
    assertThat(Messages.ITALIAN.get("results.count", 0)).isEqualTo("Nessun processo trovato");
  }
}
