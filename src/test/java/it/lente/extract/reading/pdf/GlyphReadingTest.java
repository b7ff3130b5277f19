package it.lente.extract.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.extract.reading.Pdfs;
import it.lente.record.ReasonCode;
import it.lente.record.WordBox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Characters as fonts and contents of all kinds paint them. */
class GlyphReadingTest {

  private final Pdfs pdf = new Pdfs();

  @AfterEach
  void close() {
    pdf.close();
  }

  @Test
  void an_accent_painted_over_its_letter_is_one_character_with_it() throws IOException {
    // A backspace of a letter's width, then the accent; or the accent first, as TeX does.
    assertThat(whenShown("[(citt) 0 (a) 440 (\\140) -115 ( e)] TJ")).isEqualTo("città e");
    assertThat(whenShown("[(per) 0 (\\140) 440 (e) -110 ( e)] TJ")).isEqualTo("perè e");
  }

  @Test
  void an_accent_that_stands_by_itself_stays() throws IOException {
    assertThat(whenShown("(a` x^2 ~10) Tj")).isEqualTo("a` x^2 ~10");
  }

  @Test
  void invisible_text_is_read_because_scans_bear_it() throws IOException {
    assertThat(whenShown("3 Tr (riconosciuto) Tj")).isEqualTo("riconosciuto");
  }

  @Test
  void ligatures_are_read_as_their_letters() throws IOException {
    COSDictionary font = helvetica();
    font.setItem(COSName.TO_UNICODE, cmap("<01> <FB01>\n<02> <FB04>"));

    assertThat(whenShown(font, "(\\001lo e ba\\002o) Tj")).isEqualTo("filo e bafflo");
  }

  @Test
  void a_soft_hyphen_at_a_line_end_is_joined() {
    assertThat(read(pdf.page("parteci\u00AD\npazione")).text()).isEqualTo("partecipazione");
  }

  @Test
  void a_drawn_font_is_read_by_its_names() throws IOException {
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.getPDFName("Type3"));
    font.setItem(COSName.getPDFName("FontBBox"), numbers(0, 0, 750, 750));
    font.setItem(COSName.getPDFName("FontMatrix"), numbers(.001f, 0, 0, .001f, 0, 0));
    font.setItem(COSName.getPDFName("CharProcs"), new COSDictionary());
    font.setInt(COSName.FIRST_CHAR, 1);
    font.setInt(COSName.LAST_CHAR, 2);
    font.setItem(COSName.WIDTHS, numbers(600, 600));
    COSDictionary encoding = new COSDictionary();
    COSArray differences = new COSArray();
    differences.add(COSInteger.ONE);
    differences.add(COSName.getPDFName("S"));
    differences.add(COSName.getPDFName("igrave"));
    encoding.setItem(COSName.getPDFName("Differences"), differences);
    font.setItem(COSName.ENCODING, encoding);

    PageWriter.Written page = read(page(font, "(\\001\\002) Tj"));

    assertThat(page.text()).isEqualTo("Sì");
    WordBox box = page.boxes().all().getFirst();
    assertThat(box.width()).isBetween(11.9f, 12.1f);
  }

  @Test
  void vertical_writing_is_read_from_the_top() throws IOException {
    COSDictionary descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.getPDFName("CIDFontType2"));
    descendant.setName(COSName.BASE_FONT, "Prova");
    COSDictionary system = new COSDictionary();
    system.setString(COSName.REGISTRY, "Adobe");
    system.setString(COSName.ORDERING, "Identity");
    system.setInt(COSName.SUPPLEMENT, 0);
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, "Prova");
    font.setItem(COSName.ENCODING, COSName.getPDFName("Identity-V"));
    COSArray descendants = new COSArray();
    descendants.add(descendant);
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    font.setItem(COSName.TO_UNICODE, cmap("<0001> <6771>\n<0002> <4EAC>", "<0000> <FFFF>"));

    PageWriter.Written page = read(page(font, "<00010002> Tj"));

    assertThat(page.text()).isEqualTo("東京");
    WordBox box = page.boxes().all().getFirst();
    assertThat(box.height()).isGreaterThan(1.5f * box.width());
  }

  @Test
  void contents_within_several_filters_are_read() throws IOException {
    byte[] contents =
        "BT /F1 12 Tf 72 700 Td (dentro due) Tj ET".getBytes(StandardCharsets.US_ASCII);
    PDPage page = filtered(deflated(deflated(contents)), "FlateDecode", "FlateDecode");
    assertThat(read(page).text()).isEqualTo("dentro due");

    StringBuilder digits = new StringBuilder();
    for (byte value : deflated(contents)) {
      digits.append("%02x".formatted(value));
    }
    byte[] coded = digits.append('>').toString().getBytes(StandardCharsets.US_ASCII);
    page = filtered(coded, "ASCIIHexDecode", "FlateDecode");
    assertThat(read(page).text()).isEqualTo("dentro due");
  }

  @Test
  void a_bomb_within_two_filters_is_stopped_by_the_budget() throws IOException {
    byte[] bomb = deflated(deflated(new byte[64 << 20]));
    PDPage page = filtered(bomb, "FlateDecode", "FlateDecode");
    PdfBudget small = new PdfBudget(3, 50, 8, 4, 1 << 20, 5, 5);
    GlyphCollector collector = new GlyphCollector(small);

    collector.collect(page, PageFrame.of(page));

    assertThat(collector.loss()).contains(ReasonCode.UNPACKS_TO.with(1));
  }

  @Test
  void damage_in_contents_costs_only_what_it_touches() throws IOException {
    assertThat(whenShown("(uno) Tj ] >> ) 1 2 Nonsense 0.0-35 -.5.2 Tw 0 Tw T* (due) Tj <6f6> Tj"))
        .isEqualTo("unodueo`");
    assertThat(whenShown("(aperta \\(e \\) \\145 (annidata) chiusa) Tj"))
        .isEqualTo("aperta (e ) e (annidata) chiusa");
    assertThat(whenShown("(prima) Tj BI /W 2 /H 2 ID \u0001EI\u0002 EI (dopo) Tj"))
        .isEqualTo("primadopo");
  }

  private String whenShown(String operators) throws IOException {
    return whenShown(helvetica(), operators);
  }

  private String whenShown(COSDictionary font, String operators) throws IOException {
    return read(page(font, operators)).text();
  }

  private PDPage page(COSDictionary font, String operators) {
    String contents = "BT /F1 10 Tf 72 700 Td " + operators + " ET";
    PDPage page = pdf.raw(contents.getBytes(StandardCharsets.ISO_8859_1), null);
    page.getCOSObject().setItem(COSName.RESOURCES, resources(font));
    return page;
  }

  private static COSDictionary resources(COSDictionary font) {
    COSDictionary fonts = new COSDictionary();
    fonts.setItem(COSName.getPDFName("F1"), font);
    COSDictionary resources = new COSDictionary();
    resources.setItem(COSName.FONT, fonts);
    return resources;
  }

  private static COSDictionary helvetica() {
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE1);
    font.setItem(COSName.BASE_FONT, COSName.getPDFName("Helvetica"));
    font.setItem(COSName.ENCODING, COSName.WIN_ANSI_ENCODING);
    return font;
  }

  private PDPage filtered(byte[] bytes, String... filters) {
    PDPage page = pdf.raw(bytes, null);
    COSArray chain = new COSArray();
    for (String filter : filters) {
      chain.add(COSName.getPDFName(filter));
    }
    COSStream stream = page.getCOSObject().getCOSStream(COSName.CONTENTS);
    stream.setItem(COSName.FILTER, chain);
    page.getCOSObject().setItem(COSName.RESOURCES, resources(helvetica()));
    return page;
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private COSStream cmap(String pairs) throws IOException {
    return cmap(pairs, "<00> <FF>");
  }

  private COSStream cmap(String pairs, String range) throws IOException {
    COSStream stream = pdf.document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream()) {
      out.write(
          ("begincmap\n1 begincodespacerange\n%s\nendcodespacerange\n2 beginbfchar\n%s\nendbfchar\n"
                  + "endcmap")
              .formatted(range, pairs)
              .getBytes(StandardCharsets.US_ASCII));
    }
    return stream;
  }

  private static COSArray numbers(float... values) {
    COSArray array = new COSArray();
    for (float value : values) {
      array.add(new COSFloat(value));
    }
    return array;
  }

  private static PageWriter.Written read(PDPage page) {
    Glyphs glyphs = new GlyphCollector(PdfBudget.DEFAULT).collect(page, PageFrame.of(page));
    return PageWriter.write(ReadingOrder.of(WordBuilder.words(glyphs), new DrawnRules()));
  }
}
