package it.lente.record;

import java.util.List;

/**
 * Metadata and annotations of a document, which are not part of the text of its pages.
 *
 * @param title the document's own title, the empty string if it has none
 * @param author the empty string if it names none
 * @param subject the empty string if it names none
 * @param keywords the empty string if it names none
 * @param bookmarks the outline's entries, in its order
 * @param comments notes that are not visible on a page, in the order of the pages
 * @param copyingForbidden true if its owner allows reading but not copying
 */
public record DocumentInfo(
    String title,
    String author,
    String subject,
    String keywords,
    List<Bookmark> bookmarks,
    List<Comment> comments,
    boolean copyingForbidden) {

  /** The value of a document without any of these. */
  public static final DocumentInfo NONE =
      new DocumentInfo("", "", "", "", List.of(), List.of(), false);

  public DocumentInfo {
    bookmarks = List.copyOf(bookmarks);
    comments = List.copyOf(comments);
  }

  /**
   * An entry of the outline.
   *
   * @param page its target, from 1; 0 if it is not known
   */
  public record Bookmark(String title, int page) {}

  /**
   * A note.
   *
   * @param page the page of the note, from 1; 0 if it is not known
   * @param author the empty string if it names none
   */
  public record Comment(int page, String author, String text) {}
}
