package it.lente.extract.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import it.lente.extract.NotReadNowException;
import it.lente.extract.workers.WorkerLaunch;
import it.lente.extract.workers.WorkerLimits;
import it.lente.extract.workers.WorkerTextExtractor;
import it.lente.messages.Said;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.record.TextPart;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, which are really killed. */
class WorkersTest {

  private static final WorkerLimits LIMITS =
      new WorkerLimits(
          48, Duration.ofSeconds(1), Duration.ofSeconds(20), 32 << 20, 100, Duration.ofSeconds(60));

  private static final int PATIENCE_SECONDS = 60;

  @TempDir private Path folder;
  private WorkerTextExtractor extractor;

  @BeforeEach
  void givenWorkers() {
    extractor = scripted(LIMITS);
  }

  @AfterEach
  void endWorkers() {
    extractor.close();
  }

  @Test
  void nothing_to_read_starts_nothing() {
    assertThat(extractor.version()).isNotEmpty();
    assertThat(workers()).isEmpty();
    assertThat(scratch()).doesNotExist();
  }

  @Test
  void the_name_under_which_workers_are_started_is_that_of_the_reading_room() {
    assertThat(WorkerLaunch.ofThisJava().mainClass()).isEqualTo(ReadingWorker.class.getName());
    assertThat(extractor.version()).isEqualTo(new TikaTextExtractor().version());
  }

  @Test
  void pages_come_back_in_order_and_the_worker_is_used_again() throws IOException {
    assertThat(texts(read("uno", "due", "tre"))).containsExactly("uno", "due", "tre");
    List<ProcessHandle> before = workers();
    assertThat(texts(read("quattro"))).containsExactly("quattro");
    assertThat(before).hasSize(1).isEqualTo(workers());
  }

  @Test
  void what_libraries_print_does_not_get_between_the_frames() throws IOException {
    assertThat(texts(read("uno", "@chatter", "tre"))).containsExactly("uno", "chatter", "tre");
  }

  @Test
  void a_worker_that_is_killed_once_costs_nothing() throws Exception {
    CompletableFuture<AttachmentText> reading = reading("uno", "@once wait", "tre");
    kill(theWorker());

    assertThat(texts(reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS)))
        .containsExactly("uno", "the second time", "tre");
  }

  @Test
  void a_file_whose_workers_are_killed_from_outside_keeps_its_pages_and_is_not_to_blame()
      throws Exception {
    CompletableFuture<AttachmentText> reading = reading("uno", "due", "@wait", "quattro");
    kill(theWorker());
    kill(theWorker());

    assertThatThrownBy(() -> reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .cause()
        .isInstanceOfSatisfying(
            NotReadNowException.class,
            e -> {
              TextSummary summary = e.text().summary();
              assertThat(summary.state()).isEqualTo(AttachmentState.PARTIAL);
              assertThat(Said.of(summary)).contains("page 3: its reader died (signal 9)");
              assertThat(texts(e.text())).startsWith("uno", "due");
            });
  }

  @Test
  void a_page_that_never_ends_costs_only_itself() throws IOException {
    AttachmentText text = read("uno", "@compute", "tre", "quattro");

    assertThat(texts(text)).containsExactly("uno", "", "tre", "quattro");
    assertThat(text.pages().get(1).state()).isEqualTo(PageState.FAILED);
    assertThat(text.summary())
        .isEqualTo(
            new TextSummary(
                AttachmentState.PARTIAL,
                List.of(
                    ReasonCode.SOME_PAGES_ONLY.with(3, 4),
                    Reason.on(TextUnit.PAGE, List.of(2), 1, ReasonCode.PAGE_TOO_LONG.with(1))),
                "text/play",
                text.summary().unit(),
                4));
    assertThat(texts(read("poi"))).containsExactly("poi");
  }

  @Test
  void a_file_that_only_waits_is_not_stopped_by_its_computing_time() throws Exception {
    CompletableFuture<AttachmentText> reading = reading("@wait", "due");
    assertThatThrownBy(() -> reading.get(2_500, TimeUnit.MILLISECONDS));
    Files.createFile(folder.resolve("go on"));

    assertThat(texts(reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS)))
        .containsExactly("wait", "due");
  }

  @Test
  void a_page_that_fills_the_memory_costs_only_itself() throws IOException {
    AttachmentText text = read("uno", "@fill", "tre");

    assertThat(texts(text)).containsExactly("uno", "", "tre");
    assertThat(Said.of(text.summary()))
        .isEqualTo(
            "only 2 of 3 pages were read; page 2: its reader needs more than 48 MB of memory");
  }

  @Test
  void a_document_with_two_deadly_pages_keeps_what_came_before_the_second() throws IOException {
    AttachmentText text = read("uno", "@exit 7", "tre", "@exit 8", "cinque");

    assertThat(texts(text)).containsExactly("uno", "", "tre");
    assertThat(text.summary().pageCount()).isEqualTo(5);
    assertThat(Said.of(text.summary()))
        .isEqualTo(
            "only 2 of 5 pages were read; page 2: its reader died (exit code 7);"
                + " page 4: its reader died (exit code 8)");
  }

  @Test
  void a_file_that_kills_at_once_fails_with_the_reason() throws IOException {
    AttachmentText text = read("@exit 134");

    assertThat(text.summary().state()).isEqualTo(AttachmentState.FAILED);
    assertThat(Said.of(text.summary())).endsWith("page 1: its reader died (signal 6)");
    assertThat(texts(read("poi"))).containsExactly("poi");
  }

  @Test
  void a_text_without_end_is_cut_and_says_so() throws IOException {
    extractor.close();
    extractor =
        scripted(
            new WorkerLimits(
                512,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                40 << 20,
                9,
                Duration.ofSeconds(60)));
    String long10 = "@long 10000000";

    AttachmentText text = read(long10, long10, long10, long10, long10, long10);

    assertThat(text.pages()).hasSizeBetween(3, 5);
    assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
    assertThat(Said.of(text.summary())).endsWith("larger than 40 MB, the rest is left out");
    assertThat(texts(read("@long 50000000"))).isEmpty();
  }

  @Test
  void temporary_files_go_with_their_worker() throws Exception {
    assertThat(read("@temporary").pages()).hasSize(1);
    assertThat(filesBelow(scratch())).anyMatch(file -> file.toString().endsWith(".tmp"));

    kill(workers().getFirst());
    assertThat(texts(read("due"))).containsExactly("due");

    assertThat(filesBelow(scratch())).noneMatch(file -> file.toString().endsWith(".tmp"));
    extractor.close();
    assertThat(filesBelow(scratch())).isEmpty();
  }

  @Test
  void what_a_killed_process_left_is_deleted_by_the_next() throws IOException {
    Path old = Files.createDirectories(scratch().resolve("run1/worker1"));
    Files.writeString(old.resolve("left.tmp"), "behind");
    Path young = Files.createDirectories(scratch().resolve("run2"));
    Files.setLastModifiedTime(
        old.getParent(), FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));

    read("uno");

    assertThat(old.getParent()).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void a_worker_is_replaced_after_many_files_and_ends_when_there_are_none() throws Exception {
    extractor.close();
    extractor =
        scripted(
            new WorkerLimits(
                48,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                1 << 20,
                2,
                Duration.ofMillis(50)));
    read("uno");

    for (ProcessHandle worker : workers()) {
      worker.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    assertThat(texts(read("due"))).containsExactly("due");
  }

  @Test
  void closing_gives_up_what_is_being_read() throws Exception {
    CompletableFuture<AttachmentText> reading = reading("@wait");
    ProcessHandle worker = theWorker();

    extractor.close();

    assertThat(worker.isAlive()).isFalse();
    assertThatThrownBy(reading::join)
        .isInstanceOfAny(CancellationException.class, CompletionException.class);
    assertThatThrownBy(() -> read("uno")).isInstanceOf(CancellationException.class);
  }

  @Test
  void a_worker_that_cannot_be_started_is_not_the_files_fault() {
    extractor.close();
    extractor =
        new WorkerTextExtractor(
            new WorkerLaunch(
                WorkerLaunch.ofThisJava().java(), folder.toString(), "it.lente.Nothing"),
            LIMITS,
            1,
            scratch());

    assertThatThrownBy(() -> read("uno"))
        .isInstanceOf(NotReadNowException.class)
        .hasMessageContaining("does not start")
        .hasMessageContaining("it.lente.Nothing");
  }

  @Test
  void a_worker_ends_with_its_parent_however_that_ends() throws Exception {
    assumeThat(Path.of("/bin/sh")).exists();
    WorkerLaunch launch = WorkerLaunch.ofThisJava();
    Process parent =
        new ProcessBuilder(
                launch.java(),
                "-cp",
                launch.classPath(),
                ParentOfWorkers.class.getName(),
                play("@wait").toString(),
                scratch().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<ProcessHandle> workers = List.of();
    while (workers.isEmpty()) {
      assertThat(parent.isAlive()).as("the parent lives until it is killed").isTrue();
      Thread.sleep(20);
      workers = parent.descendants().toList();
    }

    kill(parent.toHandle());

    for (ProcessHandle worker : workers) {
      worker.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_real_pdf_is_read_as_without_workers() throws IOException {
    extractor.close();
    extractor = real(LIMITS.heapMegabytes());
    Path pdf = Files.write(folder.resolve("a.pdf"), Pdfs.withPages("Uno due", "", "Tre"));
    Path text = Files.writeString(folder.resolve("a.txt"), "Quattro\fcinque");

    assertThat(extractor.extract(pdf)).isEqualTo(new TikaTextExtractor().extract(pdf));
    assertThat(extractor.extract(text)).isEqualTo(new TikaTextExtractor().extract(text));
    assertThatThrownBy(() -> extractor.extract(folder.resolve("none.pdf")))
        .asInstanceOf(type(NotReadNowException.class))
        .extracting(NotReadNowException::reason)
        .isEqualTo(ReasonCode.NOT_THERE.with());
  }

  @Test
  void a_real_page_that_takes_too_long_costs_only_itself() throws IOException {
    extractor.close();
    extractor = real(512);
    Path pdf = folder.resolve("slow.pdf");
    try (Pdfs pages = new Pdfs()) {
      pages.page("Prima");
      pages.raw(scatteredLetters(990_000), null);
      pages.page("Dopo");
      Files.write(pdf, pages.bytes());
    }

    AttachmentText text = extractor.extract(pdf);

    assertThat(texts(text)).containsExactly("Prima", "", "Dopo");
    assertThat(Said.of(text.summary())).contains("page 2: it takes longer than 1 s");
  }

  @Test
  void a_file_in_an_archive_that_ends_its_reader_costs_only_itself() throws IOException {
    extractor.close();
    extractor = real(512);
    Path slow = folder.resolve("slow.pdf");
    try (Pdfs pages = new Pdfs()) {
      pages.raw(scatteredLetters(990_000), null);
      Files.write(slow, pages.bytes());
    }
    Path zip = folder.resolve("all.zip");
    Files.write(
        zip,
        Archives.zip(
            Archives.packed("1.txt", "Prima"),
            Archives.packed("2.pdf", Files.readAllBytes(slow)),
            Archives.packed("3.txt", "Dopo")));

    AttachmentText text = extractor.extract(zip);

    assertThat(texts(text)).containsExactly("Prima", "Dopo");
    assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
    assertThat(text.summary().parts())
        .extracting(TextPart::state)
        .containsExactly(AttachmentState.INDEXED, AttachmentState.FAILED, AttachmentState.INDEXED);
    assertThat(Said.of(text.summary())).contains("2.pdf (its reader died of it)");
  }

  /** As many as a page may have, at all angles; bringing them in an order takes some seconds. */
  private static byte[] scatteredLetters(int count) {
    StringBuilder contents = new StringBuilder("BT /F1 1 Tf ");
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      double angle = Math.toRadians(random.nextInt(360));
      contents.append(
          String.format(
              Locale.ROOT,
              "%.3f %.3f %.3f %.3f %d %d Tm (a)Tj ",
              Math.cos(angle),
              Math.sin(angle),
              -Math.sin(angle),
              Math.cos(angle),
              random.nextInt(600),
              random.nextInt(800)));
    }
    return contents.append("ET").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private WorkerTextExtractor scripted(WorkerLimits limits) {
    WorkerLaunch java = WorkerLaunch.ofThisJava();
    return new WorkerTextExtractor(
        new WorkerLaunch(java.java(), java.classPath(), ScriptedWorker.class.getName()),
        limits,
        2,
        scratch());
  }

  private WorkerTextExtractor real(int heapMegabytes) {
    return new WorkerTextExtractor(
        WorkerLaunch.ofThisJava(),
        new WorkerLimits(
            heapMegabytes,
            LIMITS.page(),
            LIMITS.file(),
            LIMITS.textBytes(),
            LIMITS.files(),
            LIMITS.idle()),
        2,
        scratch());
  }

  private Path scratch() {
    return folder.resolve("scratch");
  }

  private Path play(String... lines) throws IOException {
    return Files.write(Files.createTempFile(folder, "play", ".txt"), List.of(lines));
  }

  private AttachmentText read(String... lines) throws IOException {
    return extractor.extract(play(lines));
  }

  private CompletableFuture<AttachmentText> reading(String... lines) throws IOException {
    Path file = play(lines);
    // Not in the common pool: on two processors its one thread has to tell of ended processes.
    return CompletableFuture.supplyAsync(
        () -> extractor.extract(file), task -> Thread.ofPlatform().start(task));
  }

  private static List<String> texts(AttachmentText text) {
    return text.pages().stream().map(PageText::text).toList();
  }

  private static List<ProcessHandle> workers() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
  }

  /** The worker that has come to the page that waits. */
  private ProcessHandle theWorker() throws IOException, InterruptedException {
    Instant patience = Instant.now().plusSeconds(PATIENCE_SECONDS);
    Path sign = folder.resolve("waiting");
    while (!Files.exists(sign) || Files.size(sign) == 0) {
      assertThat(Instant.now()).isBefore(patience);
      Thread.sleep(20);
    }
    long pid = Long.parseLong(Files.readString(sign));
    Files.delete(sign);
    return ProcessHandle.of(pid).orElseThrow();
  }

  private static void kill(ProcessHandle process) throws Exception {
    process.destroyForcibly();
    process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static List<Path> filesBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> !file.equals(root)).toList();
    }
  }
}
