package it.lente.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.engine.IndexHealth;
import it.lente.engine.RecordWriter;
import it.lente.engine.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCheckTest {

  private static final long SEED = 20261124L;
  private static final int DAMAGES = 60;

  @TempDir Path folder;

  @BeforeEach
  void givenAnIndexOfTwoSegmentsWithDeletions() {
    put("p1", "p2", "p3");
    put("p2", "p4");
  }

  private void put(String... ids) {
    try (RecordWriter writer = LuceneEngine.writer(folder, false)) {
      for (String id : ids) {
        String[] pages = new String[20];
        Arrays.fill(pages, "il parco e la piazza");
        writer.put(Samples.process(id).with("a.pdf", pages).with("b.pdf").build());
      }
      writer.commit();
    }
  }

  @Test
  void a_sound_index_is_read_whole_also_beside_a_writer() {
    assertThat(LuceneEngine.check(folder)).isEqualTo(new IndexHealth("generation 1", 4, List.of()));
    try (RecordWriter writer = LuceneEngine.writer(folder, false)) {
      writer.delete("p1");
      assertThat(LuceneEngine.check(folder).processes()).isEqualTo(4);
      writer.commit();
      assertThat(LuceneEngine.check(folder).processes()).isEqualTo(3);
    }
  }

  @Test
  void any_byte_that_changes_is_found() throws IOException {
    Random random = new Random(SEED);
    List<Path> files;
    try (Stream<Path> all = Files.list(folder.resolve(Schema.FINGERPRINT + "/generations/1"))) {
      files = all.filter(file -> !file.endsWith("write.lock")).sorted().toList();
    }
    for (int i = 0; i < DAMAGES; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] sound = Files.readAllBytes(file);
      byte[] damaged = sound.clone();
      int at = random.nextInt(sound.length);
      damaged[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, damaged);
      assertThat(LuceneEngine.check(folder).damage())
          .as("seed %d: byte %d of %s", SEED, at, file.getFileName())
          .isNotEmpty();
      Files.write(file, sound);
    }
    assertThat(LuceneEngine.check(folder).damage()).isEmpty();
  }
}
