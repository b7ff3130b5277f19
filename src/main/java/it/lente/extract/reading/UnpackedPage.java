package it.lente.extract.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** A page whose contents are unpacked by us. */
final class UnpackedPage extends PDPage {

  private final PageContents contents;
  private final ResourceCache cache;

  UnpackedPage(COSDictionary page, PageContents contents, ResourceCache cache) {
    super(page);
    this.contents = contents;
    this.cache = cache;
  }

  @Override
  public RandomAccessRead getContentsForStreamParsing() throws IOException {
    List<COSStream> streams = new ArrayList<>();
    for (Iterator<PDStream> parts = getContentStreams(); parts.hasNext(); ) {
      streams.add(parts.next().getCOSObject());
    }
    return new RandomAccessReadBuffer(contents.of(streams));
  }

  /** With the fonts that other pages have read. */
  @Override
  public PDResources getResources() {
    return PDPageTree.getInheritableAttribute(getCOSObject(), COSName.RESOURCES)
            instanceof COSDictionary resources
        ? new PDResources(resources, cache)
        : null;
  }
}
