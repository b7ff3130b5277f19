package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.lente.engine.Deadline;
import it.lente.extract.OwnerLocked;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @TempDir Path home;

  private final Map<String, String> options = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();

  @Test
  void without_a_word_everything_is_beside_the_launcher() {
    assertThat(read())
        .isEqualTo(
            new Read(
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
    options.put("--port", "1003");

    Read settings = read();

    assertThat(settings.port()).isEqualTo(1003);
    assertThat(settings.records()).isEqualTo(Path.of("/variable/records"));
    assertThat(settings.index()).isEqualTo(Path.of("/file/index"));
  }

  @Test
  void a_question_has_as_much_time_as_is_set_and_zero_is_no_limit() {
    assertThat(ServeCommand.deadline(serve().timeout, System.nanoTime()).passed()).isFalse();
    options.put("--timeout", "250");
    assertThat(read().timeout()).isEqualTo(Duration.ofMillis(250));
    options.put("--timeout", "0");
    assertThat(ServeCommand.deadline(serve().timeout, System.nanoTime())).isEqualTo(Deadline.NEVER);
    options.put("--timeout", "2s");
    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--timeout must be a whole number from 0 to 600000, not “2s”; 0 sets no limit.");
  }

  @Test
  void only_this_machine_can_ask_unless_another_address_is_set() {
    assertThat(serve().host).isEqualTo("127.0.0.1");
    options.put("--host", "0.0.0.0");
    assertThat(serve().host).isEqualTo("0.0.0.0");
    options.put("--host", "no such host");
    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--host must be an address of this machine such as 127.0.0.1, not “no such host”;"
                + " 0.0.0.0 is all of them.");
  }

  @Test
  void proxies_are_addresses_or_ranges() {
    variables.put("LENTE_PROXIES", "10.0.0.1, 10.1.0.0/16,::1");
    assertThat(serve().proxies).isPresent();
    variables.put("LENTE_PROXIES", "10.0.0.1,proxy.example");
    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "LENTE_PROXIES must be addresses or ranges such as 10.0.0.1,10.1.0.0/16, parted by"
                + " commas, not “10.0.0.1,proxy.example”.");
  }

  @Test
  void the_brand_beside_the_launcher_is_taken_if_it_is_there() throws IOException {
    Path beside = Files.writeString(home.resolve("brand.properties"), "");
    assertThat(read().brand()).contains(beside);

    options.put("--brand", "/srv/brand.properties");
    assertThat(read().brand()).contains(Path.of("/srv/brand.properties"));
  }

  @Test
  void a_path_starts_from_where_it_was_written() throws IOException {
    givenFile("records = mine");
    options.put("--index", "there");

    assertThat(read().records()).isEqualTo(home.resolve("mine"));
    assertThat(read().index()).isEqualTo(Path.of("there").toAbsolutePath());
  }

  @Test
  void records_elsewhere_have_their_attachments_beside_them() {
    options.put("--records", "/collection/schede");

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
  void a_flag_of_the_command_line_is_no_opposite_of_its_variable() {
    variables.put("LENTE_NO_WATCH", "true");

    assertThat(run("--no-watch").noWatch).isTrue();
    assertThat(run("--no-index").noIndex).isTrue();
  }

  @Test
  void a_line_of_the_file_that_cannot_be_is_named_with_its_file() throws IOException {
    givenFile("port = eighty");

    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(
            "“port” in " + home.resolve("lente.properties") + " must be a whole number from 0");

    givenFile("index = a\\u0000b");
    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(
            "“index” in " + home.resolve("lente.properties") + " is no path: “");
  }

  @Test
  void a_path_is_taken_as_it_is_written() {
    variables.put("LENTE_RECORDS", "/srv/${user.home}/x");

    assertThat(read().records()).isEqualTo(Path.of("/srv/${user.home}/x"));
  }

  @Test
  void documents_that_forbid_copying_are_read_or_refused() throws IOException {
    givenFile("owner-locked = refuse");
    assertThat(read().ownerLocked()).isEqualTo(OwnerLocked.REFUSE);

    variables.put("LENTE_OWNER_LOCKED", "read");
    assertThat(read().ownerLocked()).isEqualTo(OwnerLocked.READ);

    options.put("--owner-locked", "ignore");
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

    options.put("--ocr", "soon");
    assertThatThrownBy(this::read)
        .isInstanceOf(UsageException.class)
        .hasMessage("--ocr must be now, later or off, not “soon”.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"65536", "-1", "", "http", "99999999999"})
  void a_port_that_cannot_be_is_refused(String port) {
    options.put("--port", port);

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
    options.put("--port", port);

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
    assertThatThrownBy(() -> run("--no-watch"))
        .as("with a flag, of which picocli asks the default first")
        .hasMessageContaining("LENTE_PROT");
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
    assertThatThrownBy(() -> serve().collection.require())
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "There is no folder %s: make it, or give another with --records DIR."
                .formatted(home.resolve("records")));

    Files.createDirectories(home.resolve("records"));
    Files.createDirectories(home.resolve("attachments"));
    serve().collection.require();

    assertThat(home.resolve("index")).isDirectory();
  }

  /** What {@code lente serve} was given, under the names that the tests know. */
  private record Read(
      Path records,
      Path attachments,
      Path index,
      Optional<Path> synonyms,
      int port,
      boolean indexing,
      boolean watching,
      OwnerLocked ownerLocked,
      Ocr ocr,
      Duration timeout,
      Optional<Path> brand) {}

  private ServeCommand serve() {
    return run(
        options.entrySet().stream()
            .map(option -> option.getKey() + "=" + option.getValue())
            .toArray(String[]::new));
  }

  private ServeCommand run(String... arguments) {
    StringWriter err = new StringWriter();
    AtomicReference<ServeCommand> read = new AtomicReference<>();
    Environment environment = new Environment(variables, home, false, false);
    int code =
        Main.commandLine(environment)
            .setErr(new PrintWriter(err, true))
            .setExecutionStrategy(parsed -> {
              read.set((ServeCommand) parsed.subcommand().commandSpec().userObject());
              return 0;
            })
            .execute(
                Stream.concat(Stream.of("serve"), Stream.of(arguments)).toArray(String[]::new));
    if (code != 0) {
      throw new UsageException(
          err.toString().lines().findFirst().get().replaceFirst("lente: ", ""));
    }
    return read.get();
  }

  private Read read() {
    ServeCommand serve = serve();
    return new Read(
        serve.collection.records,
        serve.collection.attachments(),
        serve.collection.index.folder,
        serve.synonyms.file,
        serve.port,
        !serve.noIndex,
        !serve.noWatch,
        serve.reading.ownerLocked,
        serve.reading.ocr,
        Duration.ofMillis(serve.timeout),
        serve.brand);
  }

  private void givenFile(String lines) throws IOException {
    Files.writeString(home.resolve("lente.properties"), lines);
  }
}
