package it.lente.extract.reading;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;

/** Makes PDFs for the tests, page by page. */
public final class Pdfs implements AutoCloseable {

  private static final float LEADING = 16;

  public static final PDFont HELVETICA = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

  /** What paints on a page. */
  public interface Painting {
    void on(PDPageContentStream contents) throws IOException;
  }

  public final PDDocument document = new PDDocument();

  public static byte[] withPages(String... texts) {
    try (Pdfs pdf = new Pdfs()) {
      for (String text : texts) {
        pdf.page(text);
      }
      return pdf.bytes();
    }
  }

  /** An A4 page with the lines of a text; without contents if the text is empty. */
  public PDPage page(String text) {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    if (!text.isEmpty()) {
      write(page, text.lines().toList());
    }
    return page;
  }

  PDPage picture() {
    PDPage page = page("");
    try (PDPageContentStream contents = new PDPageContentStream(document, page)) {
      BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
      contents.drawImage(LosslessFactory.createFromImage(document, image), 50, 50, 400, 400);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page;
  }

  /** A page whose contents are these bytes, good or bad. */
  public PDPage raw(byte[] contents, COSName filter) {
    PDPage page = page("");
    PDStream stream = new PDStream(document);
    try (var out = stream.getCOSObject().createRawOutputStream()) {
      out.write(contents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (filter != null) {
      stream.getCOSObject().setItem(COSName.FILTER, filter);
    }
    page.setContents(stream);
    return page;
  }

  public void protect(String ownerPassword, String userPassword) {
    try {
      AccessPermission readOnly = new AccessPermission();
      readOnly.setCanExtractContent(false);
      document.protect(new StandardProtectionPolicy(ownerPassword, userPassword, readOnly));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a file into the document. */
  void enclose(String name, byte[] content) {
    try {
      PDComplexFileSpecification file = new PDComplexFileSpecification();
      file.setFile(name);
      file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(content)));
      PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
      files.setNames(Map.of(name, file));
      PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(files);
      document.getDocumentCatalog().setNames(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** An A4 page without contents; {@link #write} paints on it. */
  public PDPage blank() {
    return page("");
  }

  /** Paints a text in Helvetica of 10 points, from this point of the page's own coordinates. */
  public void write(PDPage page, float x, float y, String text) {
    write(page, Matrix.getTranslateInstance(x, y), HELVETICA, 10, text);
  }

  public void write(PDPage page, Matrix place, PDFont font, float size, String text) {
    paint(
        page,
        contents -> {
          contents.beginText();
          contents.setFont(font, size);
          contents.setTextMatrix(place);
          contents.showText(text);
          contents.endText();
        });
  }

  /** Adds to the contents of a page. */
  public void paint(PDPage page, Painting painting) {
    try (PDPageContentStream contents =
        new PDPageContentStream(document, page, AppendMode.APPEND, false)) {
      painting.on(contents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(PDPage page, List<String> lines) {
    try (PDPageContentStream contents = new PDPageContentStream(document, page)) {
      contents.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
      contents.beginText();
      contents.newLineAtOffset(72, 760);
      for (String line : lines) {
        contents.showText(line);
        contents.newLineAtOffset(0, -LEADING);
      }
      contents.endText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
