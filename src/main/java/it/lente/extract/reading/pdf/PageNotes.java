package it.lente.extract.reading.pdf;

import it.lente.extract.reading.frame.ReadableText;
import it.lente.record.DocumentInfo.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Reads the annotations on the pages that are not painted but open on a click. */
final class PageNotes {

  /** Annotations whose contents describe their function, or belong to another annotation. */
  private static final Set<String> NO_NOTES =
      Set.of("Link", "Widget", "Popup", "PrinterMark", "TrapNet", "Watermark", "Screen");

  private static final int INVISIBLE = 1 << 1 | 1 << 5;

  private final int limit;
  private final List<Comment> comments = new ArrayList<>();
  private boolean cut;

  private PageNotes(int limit) {
    this.limit = limit;
  }

  static PageNotes of(List<COSDictionary> pages, int limit) {
    PageNotes notes = new PageNotes(limit);
    for (int page = 0; page < pages.size(); page++) {
      if (pages.get(page).getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
        notes.read(annotations, page + 1);
      }
    }
    return notes;
  }

  List<Comment> comments() {
    return comments;
  }

  /** Returns whether there are more notes than the limit. */
  boolean isCut() {
    return cut;
  }

  private void read(COSArray annotations, int page) {
    for (int place = 0; place < annotations.size() && !cut; place++) {
      if (annotations.getObject(place) instanceof COSDictionary annotation && isNote(annotation)) {
        add(annotation, page);
      }
    }
  }

  private static boolean isNote(COSDictionary annotation) {
    String kind = annotation.getNameAsString(COSName.SUBTYPE, "");
    boolean painted = kind.equals("FreeText") && annotation.containsKey(COSName.AP);
    boolean shown = (annotation.getInt(COSName.F, 0) & INVISIBLE) == 0;
    return shown && !painted && !NO_NOTES.contains(kind);
  }

  private void add(COSDictionary annotation, int page) {
    String text = ReadableText.of(annotation.getString(COSName.CONTENTS, ""));
    if (text.isEmpty()) {
      return;
    }
    if (comments.size() == limit) {
      cut = true;
      return;
    }
    String author = ReadableText.ofLine(annotation.getString(COSName.T, ""));
    comments.add(new Comment(page, author, text));
  }
}
