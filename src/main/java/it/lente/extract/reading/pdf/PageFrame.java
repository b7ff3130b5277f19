package it.lente.extract.reading.pdf;

import it.lente.record.PageShape;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** The page as it is shown: the crop box, turned; points from its top-left corner. */
record PageFrame(Matrix display, PageShape shape) {

  static PageFrame of(PDPage page) {
    PDRectangle box = page.getCropBox();
    int rotation = page.getRotation();
    float left = box.getLowerLeftX();
    float right = box.getUpperRightX();
    float bottom = box.getLowerLeftY();
    float top = box.getUpperRightY();
    return switch (rotation) {
      case 90 ->
          new PageFrame(
              new Matrix(0, 1, 1, 0, -bottom, -left),
              new PageShape(box.getHeight(), box.getWidth(), rotation, left, bottom));
      case 180 ->
          new PageFrame(
              new Matrix(-1, 0, 0, 1, right, -bottom),
              new PageShape(box.getWidth(), box.getHeight(), rotation, left, bottom));
      case 270 ->
          new PageFrame(
              new Matrix(0, -1, -1, 0, top, right),
              new PageShape(box.getHeight(), box.getWidth(), rotation, left, bottom));
      default ->
          new PageFrame(
              new Matrix(1, 0, 0, -1, -left, top),
              new PageShape(box.getWidth(), box.getHeight(), rotation, left, bottom));
    };
  }
}
