package it.lente.source;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

class JsonRecordsFuzzTest {

  @FuzzTest(maxDuration = "2m")
  void any_json_is_read_or_reported(byte[] bytes) throws IOException {
    FuzzedFolder.reads("b.json", bytes);
  }
}
