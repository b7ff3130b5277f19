package it.lente.record;

import it.lente.record.RecordField.Group;
import it.lente.record.RecordField.Kind;
import java.util.List;
import java.util.stream.Stream;

/**
 * What tells a process from others, in its own words: not who ran it, where it came from or which
 * of the usual boxes are ticked.
 */
public final class Content {

  private Content() {}

  /** What the record says of its course, its aims and its outcome, and under unknown labels. */
  public static List<String> prose(ProcessRecord record) {
    Stream<String> known =
        record.fields().entrySet().stream()
            .filter(entry -> isContent(entry.getKey()) && !entry.getValue().declaredAbsent())
            .map(entry -> entry.getValue().asWritten());
    return Stream.concat(known, record.other().stream().map(OtherField::value)).toList();
  }

  /** The title, then its {@link #prose}. */
  public static List<String> withTitle(ProcessRecord record) {
    return Stream.concat(Stream.of(record.title()), prose(record).stream()).toList();
  }

  private static boolean isContent(RecordField field) {
    return field.kind() == Kind.PROSE
        && (field.group() == Group.CHARACTER || field.group() == Group.OUTCOME);
  }
}
