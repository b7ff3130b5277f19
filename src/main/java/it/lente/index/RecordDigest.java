package it.lente.index;

import it.lente.record.Attachment;
import it.lente.record.Derived;
import it.lente.record.FieldValue;
import it.lente.record.OtherField;
import it.lente.record.ProcessRecord;
import it.lente.record.TreePath;
import it.lente.record.Years;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/** Computes a digest of a whole record; two records have the same exactly if they are equal. */
final class RecordDigest {

  private final MessageDigest digest;

  private RecordDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  static String of(ProcessRecord record) {
    RecordDigest digest = new RecordDigest();
    digest.add(record);
    return HexFormat.of().formatHex(digest.digest.digest());
  }

  private void add(ProcessRecord record) {
    add(record.id());
    add(record.origin().file());
    add(record.origin().line());
    addAll(
        record.fields().entrySet(),
        field -> {
          add(field.getKey().key());
          add(field.getValue());
        });
    addAll(record.other(), this::add);
    add(record.derived());
    addAll(record.attachments(), this::add);
  }

  private void add(FieldValue value) {
    addAll(value.values(), this::add);
    add(value.asWritten());
  }

  private void add(OtherField other) {
    add(other.label());
    add(other.value());
  }

  private void add(Derived derived) {
    add(derived.years().from());
    add(derived.years().to());
    addAll(derived.places(), this::add);
    addAll(derived.themes(), this::add);
  }

  private void add(Optional<Years.Bound> bound) {
    add(bound.map(Years.Bound::year).orElse(-1));
    add(bound.map(Years.Bound::origin).orElse(""));
  }

  private void add(TreePath path) {
    addAll(path.names(), this::add);
  }

  private void add(Attachment attachment) {
    add(attachment.id());
    add(attachment.file());
    add(attachment.title());
    add(attachment.url().orElse(""));
    add(attachment.date().map(Object::toString).orElse(""));
  }

  private <T> void addAll(Collection<T> values, Consumer<T> each) {
    add(values.size());
    values.forEach(each);
  }

  /** Adds a text after its length, so that different lists of texts have different bytes. */
  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    digest.update(bytes);
  }

  private void add(int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
  }
}
