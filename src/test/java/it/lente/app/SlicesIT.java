package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.app.IndexedFolder.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of the sample that several processes extract into one folder. */
class SlicesIT {

  private static final int SLICES = 4;
  private static final Pattern READ = Pattern.compile("(\\d+) files? read");
  private static final Pattern ELSEWHERE = Pattern.compile("(\\d+) files? of other slices");

  @TempDir Path home;

  private IndexedFolder collection;
  private Path shared;

  @BeforeEach
  void start() throws IOException {
    collection = new IndexedFolder(home);
    shared = home.resolve("shared");
  }

  private String[] ofSample(String index, Path texts, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(
        List.of(
            "--records=" + Path.of("records").toAbsolutePath(),
            "--attachments=" + Path.of("attachments").toAbsolutePath(),
            "--index=" + home.resolve(index),
            "--texts=" + texts));
    return all.toArray(String[]::new);
  }

  private Process slice(int number) throws IOException {
    return collection.start(
        ofSample("index-" + number, shared, "index", "--slice=" + number + "/" + SLICES));
  }

  private static int number(Pattern pattern, String said) {
    Matcher matcher = pattern.matcher(said);
    assertThat(matcher.find()).as(said).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  /** Returns the bytes of each text by the name of its entry. */
  private static Map<String, List<Byte>> texts(Path folder) throws IOException {
    Map<String, List<Byte>> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".text")).toList()) {
        List<Byte> bytes = new ArrayList<>();
        for (byte one : Files.readAllBytes(file)) {
          bytes.add(one);
        }
        texts.put(folder.relativize(file).toString(), bytes);
      }
    }
    return texts;
  }

  /** Returns the pages with a frequent word, and the state of every file. */
  private String answers(String index) {
    String of = "--index=" + home.resolve(index);
    String answers = "";
    for (String[] command :
        List.of(
            new String[] {"search", "--hits", "piazza", of}, new String[] {"check", "--csv", of})) {
      Ended ended = collection.call(command);
      assertThat(ended.code()).as(ended.said()).isZero();
      answers += ended.said();
    }
    return answers;
  }

  @Test
  void four_slices_at_once_give_the_texts_and_the_answers_of_one_run() throws Exception {
    Path alone = home.resolve("alone");
    Ended one = collection.call(ofSample("index", alone, "index"));
    List<Process> running = new ArrayList<>();
    for (int number = 1; number <= SLICES; number++) {
      running.add(slice(number));
    }
    List<String> said = new ArrayList<>();
    for (Process each : running) {
      Ended ended = IndexedFolder.await(each);
      assertThat(ended.code()).as(ended.said()).isZero();
      said.add(ended.said());
    }
    Ended indexed = collection.call(ofSample("index-of-slices", shared, "index"));

    assertThat(said).allSatisfy(each -> assertThat(each).contains("Slice ", " of other slices"));
    assertThat(said.stream().mapToInt(each -> number(READ, each)).sum())
        .as("no file is read twice, none is left out")
        .isEqualTo(number(READ, one.said()));
    assertThat(said.stream().mapToInt(each -> number(ELSEWHERE, each)).sum())
        .isEqualTo(
            (SLICES - 1) * number(Pattern.compile("Attachments: (\\d+)"), one.said())
                - (SLICES - 1) * missing(one.said()));
    assertThat(texts(shared)).isEqualTo(texts(alone));
    assertThat(indexed.said()).contains("24 new", " 0 files read");
    assertThat(answers("index-of-slices")).isEqualTo(answers("index")).contains("occurrences");
  }

  /** Returns how many files of manifests are not there. */
  private static int missing(String said) {
    Matcher matcher = Pattern.compile("(\\d+) missing").matcher(said);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  @Test
  void a_killed_slice_goes_on_where_it_ended_and_the_same_slice_twice_does_no_harm()
      throws Exception {
    Process killed = slice(1);
    while (!Files.exists(shared) || texts(shared).isEmpty()) {
      assertThat(killed.isAlive()).as("the slice has more than one text").isTrue();
      Thread.sleep(20);
    }
    killed.destroyForcibly().waitFor();
    int before = texts(shared).size();
    Process first = slice(1);
    Process second = slice(1);
    Ended one = IndexedFolder.await(first);
    Ended other = IndexedFolder.await(second);
    Ended again = collection.call(ofSample("index-1", shared, "index", "--slice=1/" + SLICES));

    assertThat(before).isPositive();
    assertThat(List.of(one.code(), other.code(), again.code())).containsOnly(0);
    assertThat(number(READ, again.said())).isZero();
    assertThat(texts(shared)).hasSizeGreaterThanOrEqualTo(before);
  }

  @Test
  void a_slice_that_does_not_exist_or_that_would_watch_is_refused_with_the_cure() {
    assertThat(List.of("0/4", "5/4", "4", "a/b", "1/0"))
        .allSatisfy(wrong ->
            assertThat(collection.call("index", "--slice=" + wrong).said())
                .contains("--slice", "such as 2/4", wrong));
    Ended watching = collection.call("index", "--slice=1/2", "--watch");
    assertThat(watching.said()).contains("leave --watch and --rebuild out");
    assertThat(watching.code()).isEqualTo(2);
  }
}
