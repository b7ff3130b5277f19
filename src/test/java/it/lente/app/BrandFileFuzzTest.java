package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class BrandFileFuzzTest {

  private static final Path FILE = file();

  private static Path file() {
    try {
      Path file = Files.createTempFile("brand", ".properties");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @FuzzTest(maxDuration = "2m")
  void any_brand_file_is_read_or_refused_by_its_name(byte[] bytes) throws IOException {
    Files.write(FILE, bytes);
    try {
      assertThat(BrandFile.read(FILE)).isNotNull();
    } catch (UsageException refused) {
      assertThat(refused.getMessage()).contains(FILE.getFileName().toString());
    }
  }
}
