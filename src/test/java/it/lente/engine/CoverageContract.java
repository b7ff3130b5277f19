package it.lente.engine;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import it.lente.messages.Said;
import it.lente.record.AttachmentState;
import it.lente.record.PageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every engine must tell of the files of a collection. */
public interface CoverageContract extends EngineContract {

  @Test
  default void files_are_counted_by_state_and_listed_by_process_whatever_was_asked_for() {
    givenProcesses(
        process("p2").titled("Due").unread("z.pdf", AttachmentState.FAILED, "rotto"),
        process("p1").with("b.pdf", "uno", "due").with("a.pdf", "tre"),
        process("p3"));
    Coverage all = coverage(Set.of(), 0, 10);
    assertThat(all.states())
        .containsExactly(
            entry(AttachmentState.INDEXED, new Coverage.StateCount(2, 3)),
            entry(AttachmentState.FAILED, new Coverage.StateCount(1, 0)));
    assertThat(all.total()).isEqualTo(3);
    assertThat(all.files())
        .extracting(file -> file.processId() + "/" + file.stored().attachment().file())
        .containsExactly("p1/b.pdf", "p1/a.pdf", "p2/z.pdf");
    Coverage failed = coverage(Set.of(AttachmentState.FAILED), 0, 10);
    assertThat(failed.states()).isEqualTo(all.states());
    assertThat(failed.total()).isEqualTo(1);
    assertThat(failed.files().getFirst().title()).isEqualTo("Due");
    assertThat(Said.of(failed.files().getFirst().stored().summary())).isEqualTo("rotto");
  }

  @Test
  default void a_list_of_files_is_shown_in_parts_and_given_whole() {
    givenProcesses(
        process("p1").with("a.pdf", "uno").with("b.pdf", "due").with("c.pdf", "tre"),
        process("p2").with("d.pdf", "quattro"));
    assertThat(coverage(Set.of(), 2, 1).total()).isEqualTo(4);
    assertThat(coverage(Set.of(), 2, 5).files())
        .extracting(file -> file.stored().attachment().file())
        .containsExactly("c.pdf", "d.pdf");
    assertThat(coverage(Set.of(), 4, 5).files()).isEmpty();
    List<CoverageFile> whole = new ArrayList<>();
    engine().eachFile(Set.of(), whole::add);
    assertThat(whole).isEqualTo(coverage(Set.of(), 0, 10).files());
  }

  @Test
  default void a_file_tells_how_many_of_its_pages_are_in_which_state() {
    givenProcesses(process("p1").with("a.pdf", "uno", "", "tre"));
    assertThat(coverage(Set.of(), 0, 1).files().getFirst().stored().pages())
        .containsExactly(entry(PageState.TEXT, 2), entry(PageState.EMPTY, 1));
  }

  @Test
  default void what_was_replaced_or_deleted_is_counted_no_more() {
    givenProcesses(process("p1").with("a.pdf", "uno"), process("p2").with("b.pdf", "due"));
    try (RecordWriter writer = writer()) {
      writer.put(process("p1").unread("a.pdf", AttachmentState.EMPTY, "").build());
      writer.delete("p2");
      writer.commit();
    }
    assertThat(coverage(Set.of(), 0, 10).states())
        .containsExactly(entry(AttachmentState.EMPTY, new Coverage.StateCount(1, 0)));
  }
}
