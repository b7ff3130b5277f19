package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names of files under a locale without letters, as in a container or under cron. */
class NamesIT {

  @TempDir Path folder;

  @Test
  void an_accented_name_is_read_under_every_locale_and_one_that_is_no_utf8_is_reported()
      throws Exception {
    IndexedFolder collection = new IndexedFolder(folder);
    String script =
        "mkdir -p \"$1/attachments/orto-1\" && cd \"$1/attachments/orto-1\""
            + " && echo 'La cicoria finta' > \"$(printf 'perch\\303\\251.txt')\""
            + " && echo 'La rucola finta' > \"$(printf 'perch\\351.txt')\"";
    boolean written =
        new ProcessBuilder("sh", "-c", script, "sh", folder.toString()).start().waitFor() == 0;
    assumeTrue(written, "the disk takes names in UTF-8 only");

    ProcessBuilder launcher =
        new ProcessBuilder(
            Path.of("lente").toAbsolutePath().toString(),
            "index",
            "--records=" + collection.records,
            "--index=" + collection.index);
    launcher.environment().keySet().removeIf(name -> name.startsWith("LC_"));
    launcher.environment().put("LANG", "C");
    Process process = launcher.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("has a name that is not written in UTF-8; rename it");
    assertThat(collection.found("cicoria")).isOne();
    assertThat(collection.found("rucola")).isZero();
    assertThat(IndexedFolder.currentOf(collection.index)).exists();
  }
}
