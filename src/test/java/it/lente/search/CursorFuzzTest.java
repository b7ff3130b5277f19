package it.lente.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

class CursorFuzzTest {

  /** The bytes as they are, and with the checksum that whoever forges a cursor can add. */
  @FuzzTest(maxDuration = "2m")
  void any_text_is_a_cursor_or_none(byte[] bytes) {
    isCursorOrNone(new String(bytes, StandardCharsets.UTF_8));
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ByteBuffer forged = ByteBuffer.allocate(Integer.BYTES + bytes.length);
    forged.putInt((int) sum.getValue()).put(bytes);
    isCursorOrNone(Base64.getUrlEncoder().withoutPadding().encodeToString(forged.array()));
  }

  private static void isCursorOrNone(String text) {
    Cursor.read(text)
        .ifPresent(cursor -> {
          assertThat(Cursor.read(cursor.text())).contains(cursor);
          assertThat(cursor.window().offset()).isBetween(0, Question.MAX_DEPTH);
        });
  }
}
