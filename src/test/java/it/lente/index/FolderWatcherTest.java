package it.lente.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatcherTest {

  @TempDir Path folder;

  private final BlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();
  private Path records;
  private Path attachments;
  private FolderWatcher watch;

  @BeforeEach
  void givenTwoWatchedFolders() throws IOException {
    records = Files.createDirectory(folder.resolve("records"));
    attachments = Files.createDirectories(folder.resolve("attachments/orti")).getParent();
    watch = new FolderWatcher(List.of(records, attachments));
    Thread.ofPlatform().daemon().start(this::follow);
  }

  @AfterEach
  void close() throws IOException {
    watch.close();
  }

  private void follow() {
    try {
      boolean open = true;
      while (open) {
        open = watch.awaitChange();
        changes.add(open);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_new_record_is_noticed() throws Exception {
    Files.writeString(records.resolve("orti.txt"), "Gli orti");

    thenAChangeIsTold();
  }

  @Test
  void a_file_in_a_subfolder_is_noticed() throws Exception {
    Files.writeString(attachments.resolve("orti/relazione.txt"), "pagina");

    thenAChangeIsTold();
  }

  @Test
  void a_folder_made_later_is_watched_too() throws Exception {
    Path later = Files.createDirectories(attachments.resolve("lago/2024"));
    thenAChangeIsTold();

    Files.writeString(later.resolve("relazione.txt"), "pagina");

    thenAChangeIsTold();
  }

  @Test
  void a_folder_may_go_and_come_back() throws Exception {
    Files.delete(records);
    thenAChangeIsTold();

    Files.createDirectory(records);
    thenAChangeIsTold();

    Files.writeString(records.resolve("orti.txt"), "Gli orti");
    thenAChangeIsTold();
  }

  @Test
  void a_folder_exchanged_for_another_is_watched_in_its_place() throws Exception {
    Path prepared = Files.createDirectory(folder.resolve("prepared"));
    Files.move(records, folder.resolve("old"));
    Files.move(prepared, records);
    thenAChangeIsTold();

    Files.writeString(records.resolve("orti.txt"), "Gli orti");
    thenAChangeIsTold();
  }

  @Test
  void a_hidden_file_is_no_change() throws Exception {
    Files.writeString(records.resolve(".orti.txt.swp"), "an editor's own");

    assertThat(changes.poll(1, TimeUnit.SECONDS)).isNull();
  }

  @Test
  void closing_ends_the_waiting() throws Exception {
    watch.close();

    assertThat(changes.poll(20, TimeUnit.SECONDS)).isFalse();
  }

  private void thenAChangeIsTold() throws InterruptedException {
    assertThat(changes.poll(20, TimeUnit.SECONDS)).as("a change is told").isTrue();
    // What follows closely belongs to the same change.
    boolean more = true;
    while (more) {
      more = changes.poll(700, TimeUnit.MILLISECONDS) != null;
    }
  }
}
