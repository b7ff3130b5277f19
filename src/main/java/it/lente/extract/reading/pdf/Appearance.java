package it.lente.extract.reading.pdf;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/**
 * The appearance of an annotation on its page.
 *
 * @param place from the coordinates of the stream to those of the page (PDF 32000-1, 12.5.5)
 */
record Appearance(COSStream stream, Matrix place) {

  /** Returns nothing if the annotation is hidden or paints nothing. */
  static Optional<Appearance> of(COSDictionary dictionary) throws IOException {
    if (!dictionary.containsKey(COSName.AP)) {
      return Optional.empty();
    }
    PDAnnotation annotation = PDAnnotation.createAnnotation(dictionary);
    PDAppearanceStream appearance = annotation.getNormalAppearanceStream();
    if (appearance == null || annotation.isHidden() || annotation.isNoView()) {
      return Optional.empty();
    }
    PDRectangle box = appearance.getBBox();
    PDRectangle target = annotation.getRectangle();
    if (isFlat(box) || isFlat(target)) {
      return Optional.empty();
    }
    return Optional.of(
        new Appearance(appearance.getCOSObject(), place(appearance.getMatrix(), box, target)));
  }

  private static boolean isFlat(PDRectangle box) {
    return box == null || box.getWidth() <= 0 || box.getHeight() <= 0;
  }

  private static Matrix place(Matrix matrix, PDRectangle box, PDRectangle target) {
    Rectangle2D turned = box.transform(matrix).getBounds2D();
    Matrix fitted = Matrix.getTranslateInstance(target.getLowerLeftX(), target.getLowerLeftY());
    fitted.concatenate(
        Matrix.getScaleInstance(
            (float) (target.getWidth() / turned.getWidth()),
            (float) (target.getHeight() / turned.getHeight())));
    fitted.concatenate(Matrix.getTranslateInstance((float) -turned.getX(), (float) -turned.getY()));
    return matrix.multiply(fitted);
  }
}
