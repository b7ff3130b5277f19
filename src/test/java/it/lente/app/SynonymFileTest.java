package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.analysis.Synonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SynonymFileTest {

  @TempDir Path folder;

  private final List<String> complaints = new ArrayList<>();

  @Test
  void a_list_that_changes_is_read_again() throws IOException {
    SynonymFile list = given("a, b");
    assertThat(list.get().size()).isOne();
    write("a, b\nc, d");
    waitUntil(() -> list.get().size() == 2);
    assertThat(complaints).isEmpty();
  }

  @Test
  void a_bad_line_is_told_with_file_and_line_and_the_others_count() throws IOException {
    SynonymFile list = given("a, b\nalone\nc, d");
    assertThat(list.get().size()).isEqualTo(2);
    assertThat(complaints)
        .containsExactly(
            file() + ", line 2: “alone” is alone: write after a comma what it equals.");
  }

  @Test
  void a_file_that_cannot_be_read_any_more_keeps_the_last_good_list_and_says_so_once()
      throws IOException {
    SynonymFile list = given("a, b\nc, d");
    Synonyms last = list.get();
    Files.delete(file());
    waitUntil(() -> list.get() == last && !complaints.isEmpty());
    assertThat(complaints).hasSize(1).first().asString().contains(file().toString(), "holds");
    write("a, b");
    waitUntil(() -> list.get().size() == 1);
    assertThat(complaints).hasSize(1);
  }

  private Path file() {
    return folder.resolve("mine.txt");
  }

  private void write(String lines) throws IOException {
    Files.writeString(file(), lines);
  }

  private SynonymFile given(String lines) throws IOException {
    write(lines);
    return new SynonymFile(file(), complaints::add);
  }

  private static void waitUntil(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
