package it.lente.extract.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import it.lente.extract.NotReadNowException;
import it.lente.extract.TextExtractor;
import it.lente.messages.Said;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.record.ReasonCode;
import it.lente.record.TextUnit;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TikaTextExtractorTest {

  private static final TextExtractor EXTRACTOR = new TikaTextExtractor();

  @TempDir private Path folder;

  @Test
  void a_docx_is_parted_at_its_page_breaks() throws IOException {
    AttachmentText text =
        whenReading(
            "a.docx",
            Zips.docx(
                "<w:p><w:pPr><w:pStyle"
                    + " w:val=\"Titolo1\"/></w:pPr><w:r><w:t>Titolo</w:t></w:r></w:p><w:p><w:r><w:t"
                    + " xml:space=\"preserve\">prima </w:t><w:t>pagina</w:t><w:footnoteReference"
                    + " w:id=\"2\"/><w:t>, fine</w:t></w:r></w:p><w:p><w:r><w:br"
                    + " w:type=\"page\"/></w:r></w:p>"
                    + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>seconda</w:t></w:r></w:p>"
                    + "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>terza</w:t>"
                    + "<w:delText>cancellata</w:delText></w:r></w:p>"));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.INDEXED);
    assertThat(text.summary().unit()).isEqualTo(TextUnit.SECTION);
    assertThat(text.pages()).extracting(PageText::number).containsExactly(1, 2, 3, 4);
    assertThat(text.pages()).extracting(PageText::shape).containsOnly(PageShape.NONE);
    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly("Titolo\nprima pagina, fine\nnota", "seconda", "terza", "carta intestata");
  }

  @Test
  void a_docx_without_page_breaks_is_parted_at_its_headings() throws IOException {
    AttachmentText text =
        whenReading(
            "a.docx",
            Zips.docx(
                "<w:p><w:r><w:t>premessa</w:t></w:r></w:p><w:p><w:pPr><w:pStyle"
                    + " w:val=\"Titolo1\"/></w:pPr><w:r><w:t>Uno</w:t></w:r></w:p>"
                    + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
                    + "<w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));

    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly("premessa", "Uno\na\nb", "carta intestata");
  }

  @Test
  void an_odt_is_parted_at_its_page_breaks() throws IOException {
    AttachmentText text =
        whenReading(
            "a.odt",
            Zips.odt(
                "<text:h text:outline-level=\"1\">Titolo</text:h>"
                    + "<text:p>un<text:s text:c=\"2\"/>dialogo<text:note><text:note-body>"
                    + "<text:p>nota</text:p></text:note-body></text:note> aperto</text:p>"
                    + "<text:p>prima <text:soft-page-break/>seconda</text:p>"
                    + "<text:p text:style-name=\"P1\">terza</text:p>",
                ""));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.INDEXED);
    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly("Titolo\nun  dialogo aperto\nnota\nprima", "seconda", "terza");
  }

  @Test
  void an_odt_without_page_breaks_is_parted_at_its_headings() throws IOException {
    AttachmentText text =
        whenReading(
            "a.odt",
            Zips.odt(
                "<text:p>premessa</text:p><text:h text:outline-level=\"2\">Uno</text:h>"
                    + "<text:p>testo</text:p>",
                ""));

    assertThat(text.pages()).extracting(PageText::text).containsExactly("premessa", "Uno\ntesto");
  }

  @Test
  void an_odt_under_a_password_says_so() throws IOException {
    AttachmentText text =
        whenReading(
            "a.odt",
            Zips.odt(
                "",
                "<m:file-entry m:full-path=\"content.xml\"><m:encryption-data/></m:file-entry>"));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.ENCRYPTED);
  }

  @Test
  void html_is_parted_at_its_headings_and_scripts_are_left_out() throws IOException {
    AttachmentText text =
        whenReading(
            "a.html",
            ("<html><head><title>t</title><style>p{}</style></head><body><p>citt\u00E0</p><h2>Uno</h2><div>primo<br>rigo</div><section>altro</section><b>gr</b>asso<script>var"
                 + " x</script><table><tr><td>a</td><td>b</td></tr></table></body></html>")
                .getBytes(StandardCharsets.UTF_8));

    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly("citt\u00E0", "Uno\nprimo\nrigo\naltro\ngrasso\na\tb");
  }

  @Test
  void plain_text_is_parted_at_its_form_feeds() throws IOException {
    AttachmentText text =
        whenReading("a.txt", "verbale\r\nuno\f\fdue".getBytes(StandardCharsets.UTF_8));

    assertThat(text.pages()).extracting(PageText::text).containsExactly("verbale\nuno", "due");
  }

  @Test
  void plain_text_of_an_old_windows_keeps_its_letters() throws IOException {
    String written = "La citt\u00E0 \u201Cdi tutti\u201D, l\u2019idea: 15 \u20AC";

    AttachmentText text = whenReading("a.txt", written.getBytes(Charset.forName("windows-1252")));

    assertThat(text.pages()).extracting(PageText::text).containsExactly(written);
  }

  @Test
  void plain_text_in_two_bytes_a_letter_is_read_with_and_without_its_mark() throws IOException {
    String written = "L\u2019assemblea della citt\u00E0\nparte seconda";
    for (String charset : new String[] {"UTF-16BE", "UTF-16LE", "UTF-16", "x-UTF-16LE-BOM"}) {
      AttachmentText text = whenReading("a.txt", written.getBytes(Charset.forName(charset)));

      assertThat(text.pages()).extracting(PageText::text).as(charset).containsExactly(written);
    }
  }

  @Test
  void one_broken_letter_does_not_spoil_the_others() throws IOException {
    byte[] bytes =
        "citt\u00E0 \u00E8 pi\u00F9 perch\u00E9 citt\u00E0 cos\u00EC ~ "
            .getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 2] = (byte) 0xC3;

    assertThat(whenReading("a.txt", bytes).pages().getFirst().text())
        .startsWith("citt\u00E0 \u00E8 pi\u00F9 perch\u00E9");
  }

  @Test
  void a_file_without_bytes_is_empty() throws IOException {
    assertThat(whenReading("a.pdf", new byte[0]).summary().state())
        .isEqualTo(AttachmentState.EMPTY);
  }

  @Test
  void a_type_without_a_reader_is_named() throws IOException {
    byte[] bytes = new byte[5000];
    new Random(11).nextBytes(bytes);

    AttachmentText text = whenReading("a.bin", bytes);

    assertThat(text.summary().state()).isEqualTo(AttachmentState.UNSUPPORTED);
    assertThat(Said.of(text.summary()))
        .isEqualTo("there is no reader for application/octet-stream");
  }

  @Test
  void bytes_that_only_claim_to_be_a_type_fail_with_a_reason() throws IOException {
    for (String name : new String[] {"a.pdf", "a.docx", "a.odt", "a.doc", "a.xlsx"}) {
      byte[] bytes = new byte[3000];
      new Random(name.hashCode()).nextBytes(bytes);

      AttachmentText text = whenReading(name, bytes);

      assertThat(text.summary().state())
          .as(name)
          .isIn(AttachmentState.FAILED, AttachmentState.UNSUPPORTED);
      assertThat(Said.of(text.summary())).as(name).isNotBlank().doesNotContain("Exception");
    }
  }

  @Test
  void damage_anywhere_never_makes_the_extractor_throw() throws IOException {
    byte[][] files = {
      Pdfs.withPages("uno", "due"),
      Zips.docx("<w:p><w:r><w:t>testo</w:t></w:r></w:p>"),
      Zips.odt("<text:p>testo</text:p>", "")
    };
    long seed = 20260717L;
    Random random = new Random(seed);
    for (int round = 0; round < 150; round++) {
      byte[] damaged = files[round % files.length].clone();
      for (int hit = 1 + random.nextInt(20); hit > 0; hit--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }

      AttachmentText text = whenReading("a", damaged);

      assertThat(text.summary().state()).as("round %d, seed %d", round, seed).isNotNull();
      boolean unread = text.pages().isEmpty();
      assertThat(unread && Said.of(text.summary()).isBlank())
          .as("a silent loss in round %d, seed %d", round, seed)
          .isFalse();
    }
  }

  @Test
  void a_file_that_is_gone_says_nothing_about_its_content() {
    assertThatThrownBy(() -> EXTRACTOR.extract(folder.resolve("gone.pdf")))
        .asInstanceOf(type(NotReadNowException.class))
        .extracting(NotReadNowException::reason)
        .isEqualTo(ReasonCode.NOT_THERE.with());
  }

  @Test
  void the_version_names_what_makes_the_text() {
    assertThat(EXTRACTOR.version()).matches("[0-9]+-tika[0-9.]+-pdfbox[0-9.]+");
  }

  private AttachmentText whenReading(String name, byte[] bytes) throws IOException {
    return EXTRACTOR.extract(Files.write(folder.resolve(name), bytes));
  }
}
