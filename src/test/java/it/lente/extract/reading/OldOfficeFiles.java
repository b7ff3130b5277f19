package it.lente.extract.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/** Makes office files of before 2007 for the tests. */
final class OldOfficeFiles {

  private OldOfficeFiles() {}

  /** Each sheet with a word and a number side by side. */
  static byte[] xls(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      for (String name : names) {
        HSSFRow row = workbook.createSheet(name).createRow(0);
        row.createCell(0).setCellValue("voce");
        row.createCell(1).setCellValue(12.5);
      }
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  /** A slide for each text, one without a box for the empty string. */
  static byte[] ppt(String... texts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSLFSlideShow slides = new HSLFSlideShow()) {
      for (String text : texts) {
        HSLFSlide slide = slides.createSlide();
        if (!text.isEmpty()) {
          HSLFTextBox box = new HSLFTextBox();
          box.setText(text);
          slide.addShape(box);
        }
      }
      slides.write(bytes);
    }
    return bytes.toByteArray();
  }
}
