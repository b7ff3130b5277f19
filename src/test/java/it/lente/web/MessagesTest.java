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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Pattern ASKED =
      Pattern.compile("\\b(?:t|messages\\(?\\)?)\\s*\\.get\\(\\s*\"([a-z.-]+[a-z])\"\\s*[,)]");

  @Test
  void both_languages_say_the_same_things() {
    assertThat(Messages.ENGLISH.keys()).isEqualTo(Messages.ITALIAN.keys());
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
    for (Problem problem : Problem.values()) {
      assertThat(Messages.ITALIAN.get("problem." + problem.key() + ".title")).isNotBlank();
      assertThat(Messages.ITALIAN.get("problem." + problem.key() + ".text")).isNotBlank();
    }
  }

  @Test
  void both_languages_take_the_same_values() {
    for (String key : Messages.ITALIAN.keys()) {
      assertThat(places(Messages.ENGLISH.get(key)))
          .as(key)
          .isEqualTo(places(Messages.ITALIAN.get(key)));
    }
  }

  private static int places(String message) {
    return new MessageFormat(message, Locale.ITALY).getFormatsByArgumentIndex().length;
  }

  @Test
  void no_message_holds_the_apostrophe_that_its_format_would_swallow() {
    for (Messages messages : List.of(Messages.ITALIAN, Messages.ENGLISH)) {
      messages.keys().forEach(key -> assertThat(messages.get(key)).as(key).doesNotContain("'"));
    }
  }

  @Test
  void numbers_are_written_as_the_language_does() {
    assertThat(Messages.ITALIAN.get("results.count", 12_345)).isEqualTo("12.345 processi trovati");
    assertThat(Messages.ENGLISH.get("results.count", 12_345)).isEqualTo("12,345 processes found");
    assertThat(Messages.ITALIAN.get("results.count", 1)).isEqualTo("1 processo trovato");
    assertThat(Messages.ITALIAN.get("results.count", 0)).isEqualTo("Nessun processo trovato");
  }
}
