package it.lente.search;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;

import it.lente.engine.Coverage;
import it.lente.engine.CoverageFile;
import it.lente.engine.Deadline;
import it.lente.engine.InMemoryEngine;
import it.lente.engine.RecordWriter;
import it.lente.engine.ResultWindow;
import it.lente.record.AttachmentState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that need a hand come first, whatever part of the list is shown. */
class CoverageOrderTest {

  private static InMemoryEngine engine() {
    InMemoryEngine engine = new InMemoryEngine();
    try (RecordWriter writer = engine.writer()) {
      for (int i = 0; i < 4; i++) {
        writer.put(
            process("p" + i)
                .with("read" + i + ".pdf", "una pagina")
                .unread("broken" + i + ".pdf", AttachmentState.FAILED, "damaged")
                .with("other" + i + ".pdf", "una pagina")
                .unread("locked" + i + ".pdf", AttachmentState.ENCRYPTED, "a password")
                .build());
      }
      writer.commit();
    }
    return engine;
  }

  private static String name(CoverageFile file) {
    return file.stored().attachment().file();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 8, 16, 20})
  void pages_of_any_size_list_every_file_once_and_those_first(int size) {
    InMemoryEngine engine = engine();
    List<String> listed = new ArrayList<>();
    for (int offset = 0; offset < 16; offset += size) {
      Coverage page = CoverageOrder.of(engine, new ResultWindow(offset, size), Deadline.NEVER);
      assertThat(page.total()).isEqualTo(16);
      page.files().forEach(file -> listed.add(name(file)));
    }
    assertThat(listed).hasSize(16).doesNotHaveDuplicates();
    assertThat(listed.subList(0, 8)).allMatch(name -> name.matches("(broken|locked).*"));
    assertThat(listed.subList(8, 16)).allMatch(name -> name.matches("(read|other).*"));
  }
}
