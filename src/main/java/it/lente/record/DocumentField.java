package it.lente.record;

import it.lente.record.DocumentInfo.Bookmark;
import it.lente.record.FieldText.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a document says beside its pages, each kind searched as a field of the process. */
public enum DocumentField {
  TITLE("attachmentTitle", "Titolo nel documento", "Title in the document"),
  /** Its author, subject and keywords. */
  ABOUT("attachmentAbout", "Proprietà del documento", "Properties of the document"),
  BOOKMARKS("attachmentBookmarks", "Segnalibri del documento", "Bookmarks of the document"),
  COMMENTS("attachmentComments", "Commenti nel documento", "Comments in the document");

  private final String key;
  private final String italian;
  private final String english;

  DocumentField(String key, String italian, String english) {
    this.key = key;
    this.italian = italian;
    this.english = english;
  }

  public static Optional<DocumentField> byKey(String key) {
    return Stream.of(values()).filter(field -> field.key.equals(key)).findFirst();
  }

  /** All that is searched of what a document says about itself. */
  public static List<FieldText> textsOf(DocumentInfo info) {
    List<FieldText> texts = new ArrayList<>();
    for (DocumentField field : values()) {
      String text =
          field.lines(info).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
      if (!text.isEmpty()) {
        texts.add(new FieldText(field.key, Weight.RECORD, text));
      }
    }
    return texts;
  }

  /** The name in the API. */
  public String key() {
    return key;
  }

  /**
   * The name for people.
   *
   * @param language «en» for English, anything else is answered in Italian
   */
  public String label(String language) {
    return language.equals("en") ? english : italian;
  }

  private Stream<String> lines(DocumentInfo info) {
    return switch (this) {
      case TITLE -> Stream.of(info.title());
      case ABOUT -> Stream.of(info.author(), info.subject(), info.keywords());
      case BOOKMARKS -> info.bookmarks().stream().map(Bookmark::title);
      case COMMENTS ->
          info.comments().stream().flatMap(note -> Stream.of(note.author(), note.text()));
    };
  }
}
