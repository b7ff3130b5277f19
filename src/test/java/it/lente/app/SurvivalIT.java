package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import it.lente.app.IndexedFolder.Ended;
import it.lente.engine.SearchEngine;
import it.lente.search.Search;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills, full disks, flipped bytes and crowds: what was committed answers, and all is mended. */
class SurvivalIT {

  /** {@code -Psoak} asks for more of them. */
  private static final int KILLS = Integer.getInteger("lente.kills", 20);

  private static final long SEED = Long.getLong("lente.seed", System.nanoTime());
  private static final int LONGEST_RUN_MILLIS = 3_000;

  private static final String[] REBUILD = {"index", "--rebuild"};
  private static final String[] PLAIN = {"index"};

  /** From less than the lock needs to nearly enough. */
  private static final int[] DISK_KILOBYTES = {4, 12, 24, 40, 64, 96, 128, 160};

  @TempDir Path folder;

  private final Random random = new Random(SEED);

  /** Each second kill comes at the commit, the others at any moment of the run. */
  @Test
  void a_run_that_is_killed_leaves_the_last_commit_and_the_next_run_does_the_rest()
      throws Exception {
    IndexedFolder collection = new IndexedFolder(folder);
    assertThat(collection.call("index").code()).isZero();
    for (int kill = 0; kill < KILLS; kill++) {
      Path report = collection.attachments.resolve("orto-" + kill % 12 + "/nuovo.txt");
      Files.writeString(report, "La semina finta numero " + kill + ".\n");
      Process run = collection.start(kill % 4 < 2 ? REBUILD : PLAIN);
      if (kill % 2 == 0) {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_RUN_MILLIS));
      } else {
        awaitCommit(collection.index, run);
        TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
      }
      run.descendants().forEach(ProcessHandle::destroyForcibly);
      run.destroyForcibly().waitFor();
      assertThat(collection.found("zappe")).as("kill %d, seed %d", kill, SEED).isEqualTo(12);
      assertThat(collection.found("rastrelli")).as("kill %d, seed %d", kill, SEED).isEqualTo(12);
    }
    assertThat(collection.call("index").code()).isZero();
    assertThat(collection.call("check").code()).as("seed %d", SEED).isZero();
    assertThat(collection.found("semina")).isEqualTo(Math.min(KILLS, IndexedFolder.PROCESSES));
  }

  /** Until a commit begins that was not there before. */
  private static void awaitCommit(Path index, Process run) throws IOException {
    Set<Path> before = commits(index);
    while (run.isAlive() && before.containsAll(commits(index))) {
      Thread.onSpinWait();
    }
  }

  private static Set<Path> commits(Path index) throws IOException {
    try (Stream<Path> files = Files.walk(index, 4)) {
      return files
          .filter(file -> file.getFileName().toString().contains("segments_"))
          .collect(Collectors.toSet());
    } catch (UncheckedIOException | NoSuchFileException movedMeanwhile) {
      return Set.of();
    }
  }

  @Test
  void a_full_disk_ends_the_run_and_room_is_all_that_the_next_one_needs() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("index"));
    assumeTrue(
        mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
        "only root may mount a small disk");
    try {
      IndexedFolder collection = new IndexedFolder(folder);
      for (int kilobytes : DISK_KILOBYTES) {
        assertThat(mount("-o", "remount,size=" + kilobytes + "k", disk.toString())).isTrue();
        Ended full = collection.run("index", "--ocr=off");
        assertThat(full.code()).as("%d kB: %s", kilobytes, full.said()).isEqualTo(1);
        assertThat(full.said()).doesNotContain("\tat ");
        assertThat(mount("-o", "remount,size=20m", disk.toString())).isTrue();
        Ended next = collection.run("index", "--ocr=off");
        assertThat(next.code()).as("%d kB: %s", kilobytes, next.said()).isZero();
        collection.thenAllAnswers();
        empty(disk);
      }
    } finally {
      new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor();
    }
  }

  private static void empty(Path disk) throws IOException {
    try (Stream<Path> files = Files.walk(disk)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!each.equals(disk)) {
          Files.delete(each);
        }
      }
    }
  }

  private static boolean mount(String... arguments) throws Exception {
    return new ProcessBuilder(Stream.concat(Stream.of("mount"), Stream.of(arguments)).toList())
            .start()
            .waitFor()
        == 0;
  }

  @Test
  void a_flipped_byte_is_seen_or_harmless_and_the_repair_mends_it() throws Exception {
    IndexedFolder collection = new IndexedFolder(folder);
    assertThat(collection.call("index").code()).isZero();
    List<String> names;
    try (Stream<Path> files = Files.walk(collection.index)) {
      names =
          files
              .filter(Files::isRegularFile)
              .filter(file -> random.nextInt(8) == 0 || !file.toString().endsWith(".text"))
              .map(file -> collection.index.relativize(file).toString())
              .filter(name -> !name.endsWith(".lock"))
              .toList();
    }
    for (String name : names) {
      Path file = collection.index.resolve(name);
      if (!Files.exists(file) || Files.size(file) == 0) {
        continue;
      }
      byte[] bytes = Files.readAllBytes(file);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bytes);
      Ended check = collection.call("check");
      if (check.code() == 0) {
        collection.thenAllAnswers();
      }
      Ended repair = collection.call("check", "--repair");
      assertThat(repair.code()).as("%s, seed %d: %s", name, SEED, repair.said()).isZero();
      assertThat(collection.call("check").code()).as("%s, seed %d", name, SEED).isZero();
      collection.thenAllAnswers();
    }
  }

  @Test
  void of_two_writers_one_is_refused_or_waits() throws Exception {
    IndexedFolder collection = new IndexedFolder(folder);
    Process first = collection.start("index", "--wait");
    Process second = collection.start("index", "--rebuild", "--wait");

    assertThat(IndexedFolder.await(first).code()).isZero();
    assertThat(IndexedFolder.await(second).code()).isZero();
    assertThat(collection.call("check").code()).isZero();
    collection.thenAllAnswers();
  }

  @Test
  void rebuilds_under_load_leave_no_question_without_its_answer() throws Exception {
    IndexedFolder collection = new IndexedFolder(folder);
    assertThat(collection.call("index").code()).isZero();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger wrong = new AtomicInteger();
    AtomicInteger asked = new AtomicInteger();
    try (SearchEngine engine = new LuceneEngines(collection.index).reader()) {
      Search search = new Search(engine);
      Thread asking =
          Thread.ofPlatform()
              .start(() -> {
                while (!over.get()) {
                  asked.incrementAndGet();
                  wrong.addAndGet(answersWhole(search) ? 0 : 1);
                }
              });
      for (int i = 0; i < 2; i++) {
        assertThat(collection.run("index", "--rebuild").code()).isZero();
      }
      over.set(true);
      asking.join();
    }
    assertThat(wrong).as("of %d questions", asked.get()).hasValue(0);
  }

  private static boolean answersWhole(Search search) {
    try {
      return IndexedFolder.total(search, "zappe") == IndexedFolder.PROCESSES;
    } catch (RuntimeException failed) {
      return false;
    }
  }

  @Test
  void watching_goes_on_by_itself_when_a_full_disk_has_room() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("index"));
    assumeTrue(
        mount("-t", "tmpfs", "-o", "size=40k", "tmpfs", disk.toString()),
        "only root may mount a small disk");
    IndexedFolder collection = new IndexedFolder(folder);
    Process watching = collection.start("index", "--watch", "--ocr=off");
    try {
      String said = "";
      while (!said.contains("It is tried again")) {
        said = watching.inputReader().readLine();
        assertThat(said).as("the watching goes on").isNotNull();
      }
      assertThat(mount("-o", "remount,size=20m", disk.toString())).isTrue();
      while (!said.startsWith("Records: 12")) {
        said = watching.inputReader().readLine();
        assertThat(said).as("the watching goes on").isNotNull();
      }
      collection.thenAllAnswers();
    } finally {
      watching.descendants().forEach(ProcessHandle::destroyForcibly);
      watching.destroyForcibly().waitFor();
      new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor();
    }
  }
}
