package it.lente.extract.reading;

import static it.lente.extract.reading.Archives.packed;
import static org.assertj.core.api.Assertions.assertThat;

import it.lente.extract.reading.frame.UnpackLimits;
import it.lente.messages.Said;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageText;
import it.lente.record.TextPart;
import it.lente.record.TextUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveReadingTest {

  private static final UnpackLimits SMALL = new UnpackLimits(2, 4, 400_000, 50, 10_000);

  @TempDir private Path folder;

  @Test
  void the_units_of_all_members_follow_each_other_and_say_where_they_are() throws IOException {
    AttachmentText text =
        whenReading(
            Archives.zip(
                packed("atti/relazione.pdf", Pdfs.withPages("prima", "seconda")),
                packed("note.txt", "verbale"),
                packed("lettera.docx", Zips.docx("<w:p><w:r><w:t>Cara</w:t></w:r></w:p>"))));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.INDEXED);
    assertThat(Said.of(text.summary())).isEmpty();
    assertThat(text.summary().mediaType()).isEqualTo("application/zip");
    assertThat(text.summary().pageCount()).isEqualTo(5);
    assertThat(text.pages()).extracting(PageText::number).containsExactly(1, 2, 3, 4, 5);
    assertThat(text.pages())
        .extracting(PageText::label)
        .containsExactly(
            "atti/relazione.pdf, p. 1",
            "atti/relazione.pdf, p. 2",
            "note.txt",
            "lettera.docx, 1",
            "lettera.docx, 2");
    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly("prima", "seconda", "verbale", "Cara", "carta intestata");
    assertThat(text.pages().getFirst().shape().width()).isPositive();
    assertThat(text.summary().parts())
        .containsExactly(
            part("atti/relazione.pdf", "application/pdf", TextUnit.PAGE, 1, 2),
            part("note.txt", "text/plain", TextUnit.SECTION, 3, 1),
            part(
                "lettera.docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                TextUnit.SECTION,
                4,
                2));
  }

  @Test
  void an_archive_of_pdfs_has_pages() throws IOException {
    assertThat(whenReading(Archives.zip(packed("a", Pdfs.withPages("x")))).summary().unit())
        .isEqualTo(TextUnit.PAGE);
  }

  @Test
  void an_archive_within_an_archive_is_a_folder() throws IOException {
    AttachmentText text =
        whenReading(
            Archives.zip(
                packed("a.txt", "uno"),
                packed("b.zip", Archives.zip(packed("c.txt", "due"), packed("d.txt", "tre")))));

    assertThat(text.pages())
        .extracting(PageText::label)
        .containsExactly("a.txt", "b.zip/c.txt", "b.zip/d.txt");
    assertThat(text.summary().parts())
        .containsExactly(
            part("a.txt", "text/plain", TextUnit.SECTION, 1, 1),
            part("b.zip", "application/zip", TextUnit.SECTION, 0, 0),
            part("b.zip/c.txt", "text/plain", TextUnit.SECTION, 2, 1),
            part("b.zip/d.txt", "text/plain", TextUnit.SECTION, 3, 1));
  }

  @Test
  void other_archives_are_read_alike() throws IOException {
    Archives.Packed[] members = {packed("a.txt", "uno"), packed("b/c.txt", "due")};
    for (byte[] archive :
        new byte[][] {
          Archives.tar(members),
          Archives.gzip(Archives.tar(members)),
          Archives.sevenZ(folder, members)
        }) {
      AttachmentText text = whenReading(archive);

      assertThat(Said.of(text.summary())).as(text.summary().mediaType()).isEmpty();
      assertThat(text.pages()).extracting(PageText::label).containsExactly("a.txt", "b/c.txt");
      assertThat(text.pages()).extracting(PageText::text).containsExactly("uno", "due");
    }
  }

  @Test
  void a_packed_file_is_read_as_if_it_were_not_packed() throws IOException {
    AttachmentText text = whenReading(Archives.gzip(Pdfs.withPages("uno", "due")));

    assertThat(text.summary().unit()).isEqualTo(TextUnit.PAGE);
    assertThat(text.summary().mediaType()).isEqualTo("application/pdf");
    assertThat(text.pages()).extracting(PageText::label).containsExactly("", "");
    assertThat(text.summary().parts()).isEmpty();
  }

  @Test
  void a_member_under_a_password_is_named() throws IOException {
    byte[] zip = Archives.zip(packed("aperto.txt", "uno"), packed("chiuso.txt", "due"));

    AttachmentText text = whenReading(Archives.underPassword(zip, "chiuso.txt"));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
    assertThat(Said.of(text.summary()))
        .isEqualTo("1 of 2 files inside not read: chiuso.txt (a password is needed to open it)");
    assertThat(text.summary().parts())
        .extracting(TextPart::state)
        .containsExactly(AttachmentState.INDEXED, AttachmentState.ENCRYPTED);
  }

  @Test
  void an_archive_under_a_password_says_so() throws IOException {
    byte[] zip = Archives.zip(packed("a.txt", "uno"), packed("b.txt", "due"));

    byte[] locked = Archives.underPassword(Archives.underPassword(zip, "a.txt"), "b.txt");
    assertThat(whenReading(locked).summary().state()).isEqualTo(AttachmentState.ENCRYPTED);
  }

  @Test
  void a_7z_under_a_password_says_so() throws IOException {
    AttachmentText text =
        whenReading(Archives.lockedSevenZ(folder, "segreto", packed("a.txt", "uno")));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.ENCRYPTED);
  }

  @Test
  void an_empty_archive_has_no_text() throws IOException {
    AttachmentText text = whenReading(Archives.zip());

    assertThat(text.summary().state()).isEqualTo(AttachmentState.NO_TEXT);
    assertThat(Said.of(text.summary())).isNotBlank();
  }

  @Test
  void a_damaged_member_leaves_the_others_readable() throws IOException {
    byte[] broken = Archives.zip(packed("a.txt", "uno"), packed("b.txt", "due due due due"));
    // The packed bytes follow the local head, its name and nothing else.
    int at = new String(broken, StandardCharsets.ISO_8859_1).indexOf("b.txt") + "b.txt".length();
    broken[at + 2] ^= 0x55;

    AttachmentText text = whenReading(broken);

    assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
    assertThat(Said.of(text.summary())).startsWith("1 of 2 files inside").contains("b.txt");
    assertThat(text.pages().getFirst().text()).isEqualTo("uno");
  }

  @Test
  void an_archive_that_is_cut_off_is_read_as_far_as_it_goes() throws IOException {
    byte[] noise = new byte[50_000];
    new Random(3).nextBytes(noise);
    byte[] whole = Archives.zip(packed("a.txt", "uno"), packed("b.bin", noise));

    AttachmentText text = whenReading(Arrays.copyOf(whole, 20_000));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
    assertThat(Said.of(text.summary())).startsWith("it is damaged");
    assertThat(text.pages()).extracting(PageText::text).containsExactly("uno");
  }

  @Test
  void a_bomb_is_named_and_its_neighbours_are_read() throws IOException {
    byte[] bomb = new byte[300_000];

    AttachmentText text =
        whenReadingWithin(
            SMALL, Archives.zip(packed("bomba.txt", bomb), packed("note.txt", "verbale")));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
    assertThat(Said.of(text.summary()))
        .isEqualTo(
            "1 of 2 files inside not read: bomba.txt (it unpacks to more than 50 times the size of"
                + " its archive)");
    assertThat(text.pages()).extracting(PageText::text).containsExactly("verbale");
  }

  @Test
  void what_is_unpacked_has_a_limit() throws IOException {
    byte[] noise = new byte[150_000];
    new Random(3).nextBytes(noise);

    AttachmentText text =
        whenReadingWithin(
            SMALL,
            Archives.zip(
                packed("note.txt", "verbale"),
                packed("1", noise),
                packed("2", noise),
                packed("3", noise)));

    assertThat(Said.of(text.summary()))
        .contains("3 (what is unpacked takes more than 400,000 bytes)");
  }

  @Test
  void the_number_of_members_has_a_limit() throws IOException {
    AttachmentText text =
        whenReadingWithin(
            SMALL,
            Archives.zip(
                IntStream.range(0, 9)
                    .mapToObj(n -> packed(n + ".txt", "testo " + n))
                    .toArray(Archives.Packed[]::new)));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
    assertThat(Said.of(text.summary()))
        .isEqualTo("it holds more than 4 files, the rest is left out");
    assertThat(text.pages()).hasSize(4);
  }

  @Test
  void the_depth_of_members_has_a_limit() throws IOException {
    byte[] nested = Archives.zip(packed("fondo.txt", "testo"));
    for (int level = 0; level < 5; level++) {
      nested = Archives.zip(packed("dentro.zip", nested), packed("a.txt", "livello"));
    }

    AttachmentText text = whenReadingWithin(new UnpackLimits(2, 100, 1 << 20, 50, 10_000), nested);

    assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
    assertThat(text.summary().parts())
        .extracting(Said::of)
        .contains("it lies deeper than 2 files within files");
    assertThat(text.pages()).hasSize(2);
  }

  @Test
  void members_without_a_reader_make_the_archive_unsupported() throws IOException {
    AttachmentText text = whenReading(Archives.zip(packed("a.webp", "RIFF....WEBPVP8 ")));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.UNSUPPORTED);
    assertThat(Said.of(text.summary()))
        .isEqualTo("1 of 1 file inside not read: a.webp (there is no reader for image/webp)");
  }

  @Test
  void files_inside_a_pdf_follow_its_pages() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      pdf.page("copertina");
      pdf.enclose("nota.txt", "allegata".getBytes(StandardCharsets.UTF_8));

      AttachmentText text = whenReading(pdf.bytes());

      assertThat(text.summary().unit()).isEqualTo(TextUnit.PAGE);
      assertThat(text.pages()).extracting(PageText::text).containsExactly("copertina", "allegata");
      assertThat(text.pages()).extracting(PageText::label).containsExactly("", "nota.txt");
      assertThat(text.summary().parts())
          .containsExactly(part("nota.txt", "text/plain", TextUnit.SECTION, 2, 1));
    }
  }

  @Test
  void names_of_an_old_windows_keep_their_letters() throws IOException {
    byte[] zip = Archives.zip(packed("cittX.txt", "uno"));
    for (int at = 0; at < zip.length; at++) {
      if (zip[at] == 'X' && zip[at - 1] == 't') {
        zip[at] = (byte) 0x85;
      }
    }

    assertThat(whenReading(zip).summary().parts())
        .extracting(TextPart::name)
        .containsExactly("citt\u00E0.txt");
  }

  private static TextPart part(String name, String type, TextUnit unit, int first, int count) {
    return new TextPart(name, AttachmentState.INDEXED, List.of(), type, unit, first, count);
  }

  private AttachmentText whenReading(byte[] bytes) throws IOException {
    return whenReadingWithin(UnpackLimits.DEFAULT, bytes);
  }

  private AttachmentText whenReadingWithin(UnpackLimits limits, byte[] bytes) throws IOException {
    // The name says nothing: archives are known by their bytes.
    return new TikaTextExtractor(limits).extract(Files.write(folder.resolve("allegato"), bytes));
  }
}
