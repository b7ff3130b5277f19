package it.lente.extract.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import it.lente.extract.AttachmentTextSource;
import it.lente.extract.AttachmentTexts;
import it.lente.extract.NotReadNowException;
import it.lente.extract.TextExtractor;
import it.lente.extract.TextRecognizer;
import it.lente.messages.Said;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageShape;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.record.TextRange;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import it.lente.record.WordBox;
import it.lente.record.WordBoxes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextStoreTest {

  private static final AttachmentText TEXT =
      new AttachmentText(
          new TextSummary(
              AttachmentState.PARTIAL,
              List.of(ReasonCode.NO_RECOGNITION.with(2, "b.pdf", Reason.quoted("damaged"))),
              "application/pdf",
              TextUnit.PAGE,
              2),
          List.of(
              new PageText(
                  1,
                  "i",
                  "citt\u00E0 \uD83D\uDCDA",
                  new PageShape(595.28f, 842, 90, 10, -20),
                  WordBoxes.of(List.of(new WordBox(0, 5, 70.1f, 20, 33.3f, 12.5f))),
                  List.of(new TextRange(5, 7)),
                  PageState.TEXT),
              new PageText(2, "", "", PageShape.NONE)));

  @TempDir private Path folder;
  private final CountingExtractor extractor = new CountingExtractor();
  private TextStore store;
  private Path file;
  private String hash;

  @BeforeEach
  void givenAFile() throws IOException {
    store = new TextStore(folder.resolve("texts"));
    file = Files.writeString(folder.resolve("file.pdf"), "abc");
    hash = ContentHash.sha256(file);
  }

  @Test
  void a_hash_is_that_of_the_bytes() {
    assertThat(hash).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void what_was_put_is_got_back_whole() throws IOException {
    store.put(hash, "1", TEXT);

    assertThat(store.get(hash, "1")).contains(TEXT);
    store.put(hash, "1", TEXT.in("fr"));
    assertThat(store.get(hash, "1")).contains(TEXT.in("fr"));
    assertThat(store.get(hash, "2")).isEmpty();
    assertThat(entries()).hasSize(1);
  }

  @Test
  void a_check_reads_every_entry_of_the_versions_in_use() throws IOException {
    assertThat(store.check(Set.of("1"))).isEqualTo(new TextStore.Check(0, List.of(), 0));
    store.put(hash, "1", TEXT);
    store.put(hash, "1-ocr", TEXT);
    store.put(hash, "0", TEXT);
    assertThat(store.check(Set.of("1", "1-ocr"))).isEqualTo(new TextStore.Check(2, List.of(), 1));

    Path damaged =
        entries().stream()
            .filter(entry -> entry.toString().endsWith("1.text"))
            .findAny()
            .orElseThrow();
    Files.writeString(damaged, "no text");
    assertThat(store.check(Set.of("1", "1-ocr")))
        .isEqualTo(new TextStore.Check(1, List.of(damaged), 1));
  }

  @Test
  void a_damaged_entry_counts_as_not_there_and_is_overwritten() throws IOException {
    store.put(hash, "1", TEXT);
    Path entry = entries().getFirst();
    byte[] whole = Files.readAllBytes(entry);
    for (int cut : new int[] {0, 5, whole.length / 2, whole.length - 1}) {
      Files.write(entry, java.util.Arrays.copyOf(whole, cut));

      assertThat(store.get(hash, "1")).as("cut at %d", cut).isEmpty();
    }
    store.put(hash, "1", TEXT);

    assertThat(store.get(hash, "1")).contains(TEXT);
  }

  @Test
  void an_entry_with_any_bit_flipped_is_whole_or_not_there() throws IOException {
    store.put(hash, "1", TEXT);
    Path entry;
    try (Stream<Path> files = Files.walk(folder.resolve("texts"))) {
      entry = files.filter(each -> each.toString().endsWith(".text")).findFirst().orElseThrow();
    }
    byte[] good = Files.readAllBytes(entry);
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] damaged = good.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(entry, damaged);
      store.get(hash, "1").ifPresent(text -> assertThat(text).isEqualTo(TEXT));
    }
  }

  @Test
  void an_entry_under_another_hash_counts_as_not_there() throws IOException {
    store.put(hash, "1", TEXT);
    String other = "0".repeat(64);
    Path place = folder.resolve("texts/00/00/" + other + "_1.text");
    Files.createDirectories(place.getParent());
    Files.copy(entries().getFirst(), place);

    assertThat(store.get(other, "1")).isEmpty();
  }

  @Test
  void a_key_that_could_leave_the_folder_is_refused() {
    assertThatThrownBy(() -> store.get("../../etc", "1")).hasMessageContaining("64 lower-case hex");
    assertThatThrownBy(() -> store.put(hash, "../1", TEXT)).hasMessageContaining("version");
  }

  @Test
  void the_same_bytes_are_extracted_once_whatever_the_name() throws IOException {
    AttachmentTexts texts =
        new AttachmentTexts(extractor, TextRecognizer.none(ReasonCode.NO_TESSERACT.with()), store);
    assertThat(texts.read(file, hash))
        .isEqualTo(
            new AttachmentTextSource.Reading(TEXT, AttachmentTextSource.Way.EXTRACTED, false));
    Path renamed = Files.move(file, folder.resolve("renamed.pdf"));

    assertThat(texts.read(renamed, hash))
        .isEqualTo(new AttachmentTextSource.Reading(TEXT, AttachmentTextSource.Way.STORED, false));
    assertThat(extractor.calls).isEqualTo(1);
  }

  @Test
  void several_files_with_the_same_bytes_are_extracted_once_also_at_the_same_time()
      throws Exception {
    AttachmentTexts texts =
        new AttachmentTexts(extractor, TextRecognizer.none(ReasonCode.NO_TESSERACT.with()), store);
    List<Callable<AttachmentTextSource.Way>> readings =
        Collections.nCopies(8, () -> texts.read(file, hash).way());

    List<AttachmentTextSource.Way> ways = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<AttachmentTextSource.Way> way : threads.invokeAll(readings)) {
        ways.add(way.get());
      }
    }

    assertThat(extractor.calls).isEqualTo(1);
    assertThat(ways)
        .containsOnlyOnce(AttachmentTextSource.Way.EXTRACTED)
        .containsOnly(AttachmentTextSource.Way.EXTRACTED, AttachmentTextSource.Way.STORED);
  }

  @Test
  void a_text_that_another_run_stores_meanwhile_counts_as_extracted_twice() throws IOException {
    AttachmentTexts texts =
        new AttachmentTexts(extractor, TextRecognizer.none(ReasonCode.NO_TESSERACT.with()), store);
    AttachmentTexts another =
        new AttachmentTexts(
            new CountingExtractor(), TextRecognizer.none(ReasonCode.NO_TESSERACT.with()), store);
    extractor.meanwhile = () -> another.read(file, hash);

    assertThat(texts.read(file, hash))
        .isEqualTo(
            new AttachmentTextSource.Reading(
                TEXT, AttachmentTextSource.Way.EXTRACTED_TWICE, false));
    assertThat(entries()).hasSize(1);
  }

  @Test
  void a_text_is_kept_with_its_language() {
    AttachmentTexts texts =
        new AttachmentTexts(extractor, TextRecognizer.none(ReasonCode.NO_TESSERACT.with()), store);
    extractor.text = large("Che cosa si fa con una piazza che non è di nessuno? ".repeat(5));

    assertThat(texts.read(file, hash).text().summary().language()).isEqualTo("it");
    assertThat(texts.read(file, hash).way()).isEqualTo(AttachmentTextSource.Way.STORED);
    assertThat(texts.read(file, hash).text().summary().language()).isEqualTo("it");
  }

  @Test
  void a_failure_outside_the_file_is_not_kept() {
    AttachmentTexts texts =
        new AttachmentTexts(extractor, TextRecognizer.none(ReasonCode.NO_TESSERACT.with()), store);
    extractor.failure = new NotReadNowException(ReasonCode.NOT_THERE.with(), new IOException());

    AttachmentTextSource.Reading reading = texts.read(file, hash);

    assertThat(reading.way()).isEqualTo(AttachmentTextSource.Way.NOT_KEPT);
    assertThat(reading.text().summary().state()).isEqualTo(AttachmentState.FAILED);
    assertThat(Said.of(reading.text().summary())).isEqualTo("the file is no longer there");
    extractor.failure = null;
    assertThat(texts.read(file, hash).text()).isEqualTo(TEXT);
  }

  @Test
  void a_file_that_changes_meanwhile_leaves_no_text_under_the_old_hash() {
    AttachmentTexts texts =
        new AttachmentTexts(extractor, TextRecognizer.none(ReasonCode.NO_TESSERACT.with()), store);
    String old = "0".repeat(64);

    assertThat(texts.read(file, old))
        .isEqualTo(
            new AttachmentTextSource.Reading(TEXT, AttachmentTextSource.Way.NOT_KEPT, false));
    assertThat(store.get(old, extractor.version())).isEmpty();
  }

  @Test
  void what_a_killed_run_left_half_written_is_deleted_a_day_later() throws IOException {
    Path unfinished = Files.createDirectories(folder.resolve("texts/unfinished"));
    Path old = Files.writeString(unfinished.resolve("a.tmp"), "half");
    Path young = Files.writeString(unfinished.resolve("b.tmp"), "another run writes this");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));

    new TextStore(folder.resolve("texts"));

    assertThat(unfinished).isDirectoryContaining(young::equals);
    assertThat(old).doesNotExist();
  }

  @Test
  void a_full_disk_is_told_and_the_store_stays_clean() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeThat(command("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", small.toString()))
        .as("only root may mount a small disk")
        .isZero();
    try {
      TextStore full = new TextStore(small.resolve("texts"));
      AttachmentTexts texts =
          new AttachmentTexts(extractor, TextRecognizer.none(ReasonCode.NO_TESSERACT.with()), full);
      Random random = new Random(1);
      List<Path> read = new ArrayList<>();
      assertThatThrownBy(
              () -> {
                while (true) {
                  byte[] bytes = new byte[20_000];
                  random.nextBytes(bytes);
                  extractor.text = large(HexFormat.of().formatHex(bytes));
                  Path next = Files.write(folder.resolve("f" + read.size()), bytes);
                  texts.read(next, ContentHash.sha256(next));
                  read.add(next);
                }
              })
          .isInstanceOf(TextsNotKeptException.class)
          .hasMessageContaining("Make room on the disk");

      assertThat(read).isNotEmpty();
      for (Path file : read) {
        assertThat(full.get(ContentHash.sha256(file), "counting-1")).isPresent();
      }
      assertThat(small.resolve("texts/unfinished")).isEmptyDirectory();
    } finally {
      command("umount", small.toString());
    }
  }

  private static AttachmentText large(String text) {
    return new AttachmentText(
        new TextSummary(AttachmentState.INDEXED, List.of(), "text/plain", TextUnit.SECTION, 1),
        List.of(new PageText(1, "", text, PageShape.NONE)));
  }

  private static int command(String... words) throws IOException, InterruptedException {
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("texts"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static final class CountingExtractor implements TextExtractor {

    private int calls;
    private AttachmentText text = TEXT;
    private NotReadNowException failure;
    private Runnable meanwhile = () -> {};

    @Override
    public AttachmentText extract(Path file) {
      calls++;
      meanwhile.run();
      if (failure != null) {
        throw failure;
      }
      return text;
    }

    @Override
    public String version() {
      return "counting-1";
    }
  }
}
