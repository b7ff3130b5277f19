package it.lente.index;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.Attachment;
import it.lente.record.Derived;
import it.lente.record.FieldValue;
import it.lente.record.Origin;
import it.lente.record.OtherField;
import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import it.lente.record.TreePath;
import it.lente.record.Years;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordDigestTest {

  private static final Years.Bound Y2013 = new Years.Bound(2013, "Anno di avvio");
  private static final Years.Bound Y2015 = new Years.Bound(2015, "Anno di chiusura");
  private static final Derived NOTHING = new Derived(Years.UNKNOWN, List.of(), List.of());

  @Test
  void every_part_of_a_record_counts() {
    List<ProcessRecord> records =
        List.of(
            record("a", 1, List.of(), NOTHING, List.of()),
            record("b", 1, List.of(), NOTHING, List.of()),
            record("a", 2, List.of(), NOTHING, List.of()),
            record("a", 1, List.of(new OtherField("Sala", "blu")), NOTHING, List.of()),
            record("a", 1, List.of(new OtherField("Sala", "")), NOTHING, List.of()),
            record(
                "a",
                1,
                List.of(),
                new Derived(Years.between(Y2013, Y2015), List.of(), List.of()),
                List.of()),
            record(
                "a",
                1,
                List.of(),
                new Derived(Years.between(Y2013, Y2013), List.of(), List.of()),
                List.of()),
            record(
                "a",
                1,
                List.of(),
                new Derived(Years.UNKNOWN, List.of(TreePath.of("Lazio")), List.of()),
                List.of()),
            record(
                "a",
                1,
                List.of(),
                new Derived(Years.UNKNOWN, List.of(), List.of(TreePath.of("Lazio"))),
                List.of()),
            record("a", 1, List.of(), NOTHING, List.of(attachment("x", "f", "t"))),
            record("a", 1, List.of(), NOTHING, List.of(attachment("x", "f", "u"))),
            record("a", 1, List.of(), NOTHING, List.of(attachment("x", "g", "t"))),
            record("a", 1, List.of(), NOTHING, List.of(attachment("y", "f", "t"))),
            record(
                "a",
                1,
                List.of(),
                NOTHING,
                List.of(new Attachment("x", "f", "t", Optional.of("u"), Optional.empty()))),
            record(
                "a",
                1,
                List.of(),
                NOTHING,
                List.of(
                    new Attachment("x", "f", "t", Optional.empty(), Optional.of(LocalDate.EPOCH)))),
            fields(Map.of(RecordField.STATUS, FieldValue.of("Concluso"))),
            fields(Map.of(RecordField.RESULTS, FieldValue.of("Concluso"))),
            fields(Map.of(RecordField.STATUS, new FieldValue(List.of("Concluso"), "concluso"))),
            fields(Map.of(RecordField.STATUS, new FieldValue(List.of(), "Concluso"))));

    Set<String> digests = new LinkedHashSet<>();
    records.forEach(record -> digests.add(RecordDigest.of(record)));

    assertThat(digests).hasSize(records.size());
  }

  @Test
  void the_parts_of_a_record_are_those_that_the_digest_was_made_for() {
    String parts =
        Stream.of(
                ProcessRecord.class,
                Origin.class,
                FieldValue.class,
                OtherField.class,
                Derived.class,
                Years.class,
                Years.Bound.class,
                TreePath.class,
                Attachment.class)
            .map(type -> type.getSimpleName() + " " + type.getRecordComponents().length)
            .collect(Collectors.joining(", "));

    assertThat(parts)
        .as("a new part of a record must be added to RecordDigest, or its changes go unseen")
        .isEqualTo(
            "ProcessRecord 6, Origin 2, FieldValue 2, OtherField 2, Derived 3, Years 2, Bound 2,"
                + " TreePath 1, Attachment 5");
  }

  @Test
  void equal_records_have_the_same_digest() {
    assertThat(RecordDigest.of(record("a", 1, List.of(), NOTHING, List.of())))
        .isEqualTo(RecordDigest.of(record("a", 1, List.of(), NOTHING, List.of())));
  }

  private static ProcessRecord record(
      String id, int line, List<OtherField> other, Derived derived, List<Attachment> attachments) {
    return new ProcessRecord(
        id, new Origin("a.jsonl", line), Map.of(), other, derived, attachments);
  }

  private static ProcessRecord fields(Map<RecordField, FieldValue> fields) {
    return new ProcessRecord("a", new Origin("a.jsonl", 1), fields, List.of(), NOTHING, List.of());
  }

  private static Attachment attachment(String id, String file, String title) {
    return new Attachment(id, file, title, Optional.empty(), Optional.empty());
  }
}
