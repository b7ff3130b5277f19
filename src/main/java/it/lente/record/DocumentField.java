package it.lente.record;

import it.lente.record.DocumentInfo.Bookmark;
import it.lente.record.FieldText.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of an attachment besides its pages, each searched as a field of the process. */
public enum DocumentField implements Keyed {
  /** The title in the collection and the name of the file. */
  NAME("attachmentName"),
  TITLE("attachmentTitle"),
  /** The document's author, subject and keywords. */
  ABOUT("attachmentAbout"),
  BOOKMARKS("attachmentBookmarks"),
  COMMENTS("attachmentComments");

  /** The boundary before a capital after a small letter or digit, or between letter and digit. */
  private static final Pattern INSIDE_NAME =
      Pattern.compile(
          "(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{L})(?=\\p{Nd})|(?<=\\p{Nd})(?=\\p{L})");

  private final String key;

  DocumentField(String key) {
    this.key = key;
  }

  /** Returns all searched texts of an attachment besides its pages, also if it has no pages. */
  public static List<FieldText> textsOf(Attachment attachment, DocumentInfo info) {
    List<FieldText> texts = new ArrayList<>();
    for (DocumentField field : values()) {
      String text =
          field
              .lines(attachment, info)
              .filter(line -> !line.isBlank())
              .collect(Collectors.joining("\n"));
      if (!text.isEmpty()) {
        texts.add(new FieldText(field.key, Weight.RECORD, text));
      }
    }
    return texts;
  }

  /** Returns a file's name, and its words: «RelazioneFinale» is also «Relazione Finale». */
  private static Stream<String> names(Attachment attachment) {
    String file = attachment.file();
    return Stream.of(attachment.title(), file, INSIDE_NAME.matcher(file).replaceAll(" "))
        .distinct();
  }

  /** Returns the name in the API and, after {@code field.}, in the messages. */
  @Override
  public String key() {
    return key;
  }

  private Stream<String> lines(Attachment attachment, DocumentInfo info) {
    return switch (this) {
      case NAME -> names(attachment);
      case TITLE -> Stream.of(info.title());
      case ABOUT -> Stream.of(info.author(), info.subject(), info.keywords());
      case BOOKMARKS -> info.bookmarks().stream().map(Bookmark::title);
      case COMMENTS ->
          info.comments().stream().flatMap(note -> Stream.of(note.author(), note.text()));
    };
  }
}
