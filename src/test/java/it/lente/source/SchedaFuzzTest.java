package it.lente.source;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

class SchedaFuzzTest {

  @FuzzTest(maxDuration = "2m")
  void any_scheda_is_read_or_reported(byte[] bytes) throws IOException {
    FuzzedFolder.reads("a.txt", bytes);
  }
}
