package it.lente.extract.reading;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/** What an annotation paints, unpacked by us. */
final class UnpackedAppearance extends PDAppearanceStream {

  private final PageContents contents;
  private final ResourceCache cache;

  UnpackedAppearance(COSStream appearance, PageContents contents, ResourceCache cache) {
    super(appearance);
    this.contents = contents;
    this.cache = cache;
  }

  @Override
  public RandomAccessRead getContentsForStreamParsing() throws IOException {
    return new RandomAccessReadBuffer(contents.of(List.of(getCOSObject())));
  }

  @Override
  public PDResources getResources() {
    var resources = getCOSObject().getCOSDictionary(COSName.RESOURCES);
    return resources == null ? null : new PDResources(resources, cache);
  }
}
