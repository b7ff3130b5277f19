package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.lente.engine.Deadline;
import it.lente.extract.OwnerLocked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @TempDir Path home;

  private final Map<Setting, String> options = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();

  @Test
  void without_a_word_everything_is_beside_the_launcher() {
    assertThat(read())
        .isEqualTo(
            new Settings(
                home.resolve("records"),
                home.resolve("attachments"),
                home.resolve("index"),
                Optional.empty(),
                7070,
                true,
                true,
                OwnerLocked.READ,
                Ocr.NOW,
                Duration.ofSeconds(5),
                Optional.empty()));
  }

  @Test
  void an_option_wins_over_a_variable_and_a_variable_over_the_file() throws IOException {
    givenFile("port = 1001\nrecords = /file/records\nindex = /file/index");
    variables.put("LENTE_PORT", "1002");
    variables.put("LENTE_RECORDS", "/variable/records");
    options.put(Setting.PORT, "1003");

    Settings settings = read();

    assertThat(settings.port()).isEqualTo(1003);
    assertThat(settings.records()).isEqualTo(Path.of("/variable/records"));
    assertThat(settings.index()).isEqualTo(Path.of("/file/index"));
  }

  @Test
  void a_question_has_as_much_time_as_is_set_and_zero_is_no_limit() {
    assertThat(read().deadline().passed()).isFalse();
    options.put(Setting.TIMEOUT, "250");
    assertThat(read().timeout()).isEqualTo(Duration.ofMillis(250));
    options.put(Setting.TIMEOUT, "0");
    assertThat(read().deadline()).isEqualTo(Deadline.NEVER);
    options.put(Setting.TIMEOUT, "2s");
    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--timeout must be a whole number from 0 to 600000, not “2s”; 0 sets no limit.");
  }

  @Test
  void the_brand_beside_the_launcher_is_taken_if_it_is_there() throws IOException {
    Path beside = Files.writeString(home.resolve("brand.properties"), "");
    assertThat(read().brand()).contains(beside);

    options.put(Setting.BRAND, "/srv/brand.properties");
    assertThat(read().brand()).contains(Path.of("/srv/brand.properties"));
  }

  @Test
  void a_path_starts_from_where_it_was_written() throws IOException {
    givenFile("records = mine");
    options.put(Setting.INDEX, "there");

    assertThat(read().records()).isEqualTo(home.resolve("mine"));
    assertThat(read().index()).isEqualTo(Path.of("there").toAbsolutePath());
  }

  @Test
  void records_elsewhere_have_their_attachments_beside_them() {
    options.put(Setting.RECORDS, "/collection/schede");

    assertThat(read().attachments()).isEqualTo(Path.of("/collection/attachments"));
    assertThat(read().index()).isEqualTo(home.resolve("index"));
  }

  @Test
  void flags_are_true_or_false() {
    variables.put("LENTE_NO_WATCH", "true");
    variables.put("LENTE_NO_INDEX", "false");

    assertThat(read().watching()).isFalse();
    assertThat(read().indexing()).isTrue();

    variables.put("LENTE_NO_INDEX", "yes");
    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessage("LENTE_NO_INDEX must be true or false, not “yes”.");
  }

  @Test
  void documents_that_forbid_copying_are_read_or_refused() throws IOException {
    givenFile("owner-locked = refuse");
    assertThat(read().ownerLocked()).isEqualTo(OwnerLocked.REFUSE);

    variables.put("LENTE_OWNER_LOCKED", "read");
    assertThat(read().ownerLocked()).isEqualTo(OwnerLocked.READ);

    options.put(Setting.OWNER_LOCKED, "ignore");
    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessage("--owner-locked must be read or refuse, not “ignore”.");
  }

  @Test
  void pictures_are_recognised_now_later_or_never() throws IOException {
    givenFile("ocr = off");
    assertThat(read().ocr()).isEqualTo(Ocr.OFF);

    variables.put("LENTE_OCR", "later");
    assertThat(read().ocr()).isEqualTo(Ocr.LATER);

    options.put(Setting.OCR, "soon");
    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessage("--ocr must be now, later or off, not “soon”.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"65536", "-1", "", "http", "99999999999"})
  void a_port_that_cannot_be_is_refused(String port) {
    options.put(Setting.PORT, port);

    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--port must be a whole number from 0 to 65535, not “"
                + port
                + "”; 0 takes any port that is free.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "65535"})
  void a_port_that_can_be_is_taken(String port) {
    options.put(Setting.PORT, port);

    assertThat(read().port()).isEqualTo(Integer.parseInt(port));
  }

  @Test
  void an_unknown_line_of_the_file_is_refused_with_the_nearest_that_is_known() throws IOException {
    givenFile("recods = x");

    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessage(
            home.resolve("lente.properties")
                + ": there is no setting “recods”. Did you mean “records”?");
  }

  @Test
  void an_unknown_variable_is_refused_with_the_nearest_that_is_known() {
    variables.put("LENTE_PROT", "8080");

    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessage("The variable LENTE_PROT is none that Lente knows. Did you mean “LENTE_PORT”?");
  }

  @Test
  void variables_of_the_launcher_and_of_others_are_let_be() {
    variables.put("LENTE_JAVA", "/opt/jdk");
    variables.put("PORT", "1");

    assertThat(read().port()).isEqualTo(7070);
  }

  @Test
  void an_empty_variable_or_line_sets_nothing() throws IOException {
    givenFile("records =");
    variables.put("LENTE_INDEX", "");
    variables.put("LENTE_PORT", " ");

    assertThat(read().index()).isEqualTo(home.resolve("index"));
    assertThat(read().records()).isEqualTo(home.resolve("records"));
    assertThat(read().port()).isEqualTo(7070);
  }

  @Test
  void the_folders_of_the_collection_must_be_there_and_the_index_is_made() throws IOException {
    assertThatThrownBy(() -> read().requireCollection())
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "There is no folder %s: make it, or give another with --records DIR."
                .formatted(home.resolve("records")));

    Files.createDirectories(home.resolve("records"));
    Files.createDirectories(home.resolve("attachments"));
    read().requireCollection();

    assertThat(home.resolve("index")).isDirectory();
  }

  private Settings read() {
    return Settings.read(options, new Environment(variables, home, false, false));
  }

  private void givenFile(String lines) throws IOException {
    Files.writeString(home.resolve("lente.properties"), lines);
  }
}
