package it.lente.record;

import it.lente.record.RecordField.Group;
import it.lente.record.RecordField.Kind;
import java.util.List;
import java.util.stream.Stream;

/** The texts that distinguish a process, without organizers, origin and usual check boxes. */
public final class Content {

  private Content() {}

  /** Returns the texts about course, aims and outcome, and those of unknown labels. */
  public static List<String> prose(ProcessRecord record) {
    Stream<String> known =
        record.fields().entrySet().stream()
            .filter(entry -> isContent(entry.getKey()) && !entry.getValue().declaredAbsent())
            .map(entry -> entry.getValue().asWritten());
    return Stream.concat(known, record.other().stream().map(OtherField::value)).toList();
  }

  /** Returns the title, then its {@link #prose}. */
  public static List<String> withTitle(ProcessRecord record) {
    return Stream.concat(Stream.of(record.title()), prose(record).stream()).toList();
  }

  private static boolean isContent(RecordField field) {
    return field.kind() == Kind.PROSE
        && (field.group() == Group.CHARACTER || field.group() == Group.OUTCOME);
  }
}
