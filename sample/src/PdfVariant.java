package sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The files that make trouble: scanned, protected, damaged. */
final class PdfVariant {

  private static final int SCAN_DPI = 150;
  private static final float JPEG_QUALITY = .45f;
  private static final String OWNER_PASSWORD = "ufficio-protocollo";

  private PdfVariant() {}

  /**
   * @param variant scanned, encrypted (with the password «riservato»), locked (opens, but copying
   *     is forbidden), damaged (its second half is missing), or plain
   */
  static byte[] of(byte[] pdf, String variant, Report report) throws IOException {
    return switch (variant) {
      case "plain" -> pdf;
      case "scanned" -> scanned(pdf, report);
      case "encrypted" -> locked(pdf, "riservato", report);
      case "locked" -> locked(pdf, "", report);
      case "damaged" -> Arrays.copyOf(pdf, pdf.length / 2);
      default -> throw new IllegalArgumentException("«" + variant + "» is no variant");
    };
  }

  /** RC4 with 128 bits, for it needs no random numbers: AES would give other bytes in each run. */
  private static byte[] locked(byte[] pdf, String userPassword, Report report) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      AccessPermission permission = new AccessPermission();
      permission.setCanExtractContent(false);
      permission.setCanModify(false);
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy(OWNER_PASSWORD, userPassword, permission);
      policy.setEncryptionKeyLength(128);
      policy.setPreferAES(false);
      document.protect(policy);
      return PdfFile.bytes(document, report);
    }
  }

  private static byte[] scanned(byte[] pdf, Report report) throws IOException {
    try (PDDocument source = Loader.loadPDF(pdf);
        PDDocument target = new PDDocument()) {
      PDFRenderer renderer = new PDFRenderer(source);
      Random random = new Random(report.file().hashCode());
      for (int i = 0; i < source.getNumberOfPages(); i++) {
        BufferedImage sheet = renderer.renderImageWithDPI(i, SCAN_DPI, ImageType.GRAY);
        PDPage page = new PDPage(PDRectangle.A4);
        target.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(target, page)) {
          stream.drawImage(
              JPEGFactory.createFromImage(
                  target, glassPlate(sheet, random), JPEG_QUALITY, SCAN_DPI),
              0,
              0,
              PDRectangle.A4.getWidth(),
              PDRectangle.A4.getHeight());
        }
      }
      return PdfFile.bytes(target, report);
    }
  }

  /**
   * As an office scanner sees it: a little askew, on paper that is not quite white, with specks.
   */
  private static BufferedImage glassPlate(BufferedImage sheet, Random random) {
    BufferedImage plate =
        new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = plate.createGraphics();
    graphics.setColor(new Color(240, 240, 240));
    graphics.fillRect(0, 0, plate.getWidth(), plate.getHeight());
    graphics.rotate(Math.toRadians(random.nextDouble() - .5), sheet.getWidth() / 2.0, 0);
    graphics.drawImage(sheet, 0, 0, null);
    graphics.setColor(Color.DARK_GRAY);
    for (int i = 0; i < 60; i++) {
      graphics.fillRect(random.nextInt(plate.getWidth()), random.nextInt(plate.getHeight()), 2, 2);
    }
    graphics.dispose();
    return plate;
  }
}
