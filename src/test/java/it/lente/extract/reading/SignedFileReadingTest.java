package it.lente.extract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.messages.Said;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageText;
import it.lente.record.TextUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedFileReadingTest {

  @TempDir private Path folder;

  @Test
  void a_signed_pdf_is_read_as_the_pdf() throws IOException {
    byte[] pdf = Pdfs.withPages("delibera", "allegato");
    byte[] der = Signed.der(pdf);
    byte[] large = Signed.der(Arrays.copyOf(pdf, 70_000));
    byte[] larger = Signed.der(Arrays.copyOf(pdf, 17 << 20));
    for (byte[] signed :
        List.of(
            der,
            large,
            larger,
            Signed.ber(pdf),
            Signed.base64(der),
            Signed.base64(large),
            Signed.base64(larger),
            Signed.base64(Signed.ber(pdf)),
            Signed.pem(der))) {
      AttachmentText text = whenReading("delibera.pdf.p7m", signed);

      assertThat(text.summary().mediaType()).isEqualTo("application/pdf");
      assertThat(text.summary().unit()).isEqualTo(TextUnit.PAGE);
      assertThat(text.pages()).extracting(PageText::text).containsExactly("delibera", "allegato");
      assertThat(text.pages()).extracting(PageText::label).containsExactly("", "");
      assertThat(text.summary().parts()).isEmpty();
    }
  }

  @Test
  void a_file_that_was_signed_twice_is_unwrapped_twice() throws IOException {
    byte[] twice = Signed.base64(Signed.der(Signed.ber(Pdfs.withPages("delibera"))));

    AttachmentText text = whenReading("delibera.pdf.p7m.p7m", twice);

    assertThat(text.summary().state()).isEqualTo(AttachmentState.INDEXED);
    assertThat(text.pages()).extracting(PageText::text).containsExactly("delibera");
  }

  @Test
  void a_signed_file_under_another_name_is_known_by_its_bytes() throws IOException {
    byte[] pdf = Pdfs.withPages("delibera");

    for (byte[] signed : List.of(Signed.der(pdf), Signed.base64(Signed.der(pdf)))) {
      assertThat(whenReading("delibera.pdf", signed).pages())
          .extracting(PageText::text)
          .containsExactly("delibera");
    }
    assertThat(whenReading("delibera.pdf.p7m", pdf).pages())
        .extracting(PageText::text)
        .containsExactly("delibera");
  }

  @Test
  void a_signed_text_has_the_name_it_had() throws IOException {
    byte[] signed = Signed.der("verbale della seduta".getBytes(StandardCharsets.UTF_8));

    assertThat(whenReading("verbale.txt.p7m", signed).summary().mediaType())
        .isEqualTo("text/plain");
  }

  @Test
  void a_signature_without_the_file_has_no_text() throws IOException {
    AttachmentText text = whenReading("delibera.p7s", Signed.detached());

    assertThat(text.summary().state()).isEqualTo(AttachmentState.NO_TEXT);
    assertThat(Said.of(text.summary()))
        .isEqualTo("it is a signature only, without the file that was signed");
  }

  @Test
  void an_encrypted_file_says_so() throws IOException {
    assertThat(whenReading("a.p7m", Signed.encrypted()).summary().state())
        .isEqualTo(AttachmentState.ENCRYPTED);
  }

  @Test
  void a_signed_file_that_is_cut_off_is_read_as_far_as_it_goes() throws IOException {
    byte[] signed = Signed.der("verbale ".repeat(5000).getBytes(StandardCharsets.UTF_8));

    AttachmentText text = whenReading("verbale.txt.p7m", Arrays.copyOf(signed, 20_000));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
    assertThat(Said.of(text.summary())).startsWith("it ");
    assertThat(text.pages().getFirst().text()).startsWith("verbale verbale");
  }

  @Test
  void signed_files_within_signed_files_have_an_end() throws IOException {
    byte[] signed = Pdfs.withPages("fondo");
    for (int level = 0; level < 20; level++) {
      signed = Signed.der(signed);
    }

    assertThat(Said.of(whenReading("a.p7m", signed).summary()))
        .isEqualTo("it lies deeper than 8 files within files");
  }

  private AttachmentText whenReading(String name, byte[] bytes) throws IOException {
    return new TikaTextExtractor().extract(Files.write(folder.resolve(name), bytes));
  }
}
