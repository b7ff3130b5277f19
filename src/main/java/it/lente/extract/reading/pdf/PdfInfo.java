package it.lente.extract.reading.pdf;

import it.lente.extract.reading.frame.PdfPages;
import it.lente.extract.reading.frame.ReadableText;
import it.lente.record.DocumentInfo;
import it.lente.record.DocumentInfo.Bookmark;
import it.lente.record.DocumentInfo.Comment;
import it.lente.record.ReasonCode;
import java.util.List;
import java.util.function.Supplier;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Reads the information in a PDF outside its pages. If a part is broken, the other parts and the
 * pages are still read.
 */
final class PdfInfo {

  private final PDDocument document;
  private final List<COSDictionary> pageTree;
  private final PdfPages pages;
  private final PdfBudget budget;

  /**
   * @param pageTree the pages in order
   * @param pages receives the missing parts
   */
  PdfInfo(PDDocument document, List<COSDictionary> pageTree, PdfPages pages, PdfBudget budget) {
    this.document = document;
    this.pageTree = pageTree;
    this.pages = pages;
    this.budget = budget;
  }

  DocumentInfo read() {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    COSDictionary named = orElse(() -> document.getDocumentInformation().getCOSObject());
    XmpTerms terms = terms(catalog, named);
    return new DocumentInfo(
        said(named, COSName.TITLE, terms.title()),
        said(named, COSName.AUTHOR, terms.author()),
        said(named, COSName.SUBJECT, terms.subject()),
        said(named, COSName.KEYWORDS, terms.keywords()),
        bookmarks(catalog),
        comments(),
        !document.getCurrentAccessPermission().canExtractContent());
  }

  private static COSDictionary orElse(Supplier<COSDictionary> information) {
    try {
      return information.get();
    } catch (RuntimeException e) {
      return new COSDictionary();
    }
  }

  private static String said(COSDictionary named, COSName field, String otherwise) {
    String said = ReadableText.ofLine(named.getString(field, ""));
    return said.isEmpty() ? otherwise : said;
  }

  /** Reads XMP only if the older dictionary lacks a value: most documents have the same in both. */
  private XmpTerms terms(COSDictionary catalog, COSDictionary named) {
    boolean silent =
        said(named, COSName.TITLE, "").isEmpty() && said(named, COSName.AUTHOR, "").isEmpty();
    return silent && catalog.getDictionaryObject(COSName.METADATA) instanceof COSStream xml
        ? XmpTerms.of(xml, budget)
        : XmpTerms.NONE;
  }

  private List<Bookmark> bookmarks(COSDictionary catalog) {
    try {
      Outline outline =
          Outline.of(catalog, new Destinations(catalog, pageTree), budget.bookmarks());
      if (outline.isCut()) {
        pages.lost(ReasonCode.TOO_MANY_BOOKMARKS.with(budget.bookmarks()));
      }
      return outline.bookmarks();
    } catch (RuntimeException | StackOverflowError e) {
      pages.lost(ReasonCode.BOOKMARKS_LOST.with());
      return List.of();
    }
  }

  private List<Comment> comments() {
    try {
      PageNotes notes = PageNotes.of(pageTree, budget.comments());
      if (notes.isCut()) {
        pages.lost(ReasonCode.TOO_MANY_COMMENTS.with(budget.comments()));
      }
      return notes.comments();
    } catch (RuntimeException | StackOverflowError e) {
      pages.lost(ReasonCode.COMMENTS_LOST.with());
      return List.of();
    }
  }
}
