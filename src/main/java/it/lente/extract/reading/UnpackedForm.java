package it.lente.extract.reading;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** A form whose contents are unpacked by us. */
final class UnpackedForm extends PDFormXObject {

  private final PageContents contents;

  UnpackedForm(COSStream form, PageContents contents, ResourceCache cache) {
    super(form, cache);
    this.contents = contents;
  }

  @Override
  public RandomAccessRead getContentsForStreamParsing() throws IOException {
    return new RandomAccessReadBuffer(contents.of(List.of(getCOSObject())));
  }
}
