package it.lente.record;

import it.lente.record.DocumentInfo.Bookmark;
import it.lente.record.FieldText.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an attachment says beside its pages, each kind searched as a field of the process. */
public enum DocumentField implements Keyed {
  /** Its title in the collection and the name of its file. */
  NAME("attachmentName"),
  TITLE("attachmentTitle"),
  /** Its author, subject and keywords. */
  ABOUT("attachmentAbout"),
  BOOKMARKS("attachmentBookmarks"),
  COMMENTS("attachmentComments");

  /** Where a small letter or a digit meets a capital, or a letter a digit. */
  private static final Pattern INSIDE_NAME =
      Pattern.compile(
          "(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{L})(?=\\p{Nd})|(?<=\\p{Nd})(?=\\p{L})");

  private final String key;

  DocumentField(String key) {
    this.key = key;
  }

  /** All that is searched of an attachment beside its pages, also where it has none. */
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

  /** A file's name is read as words as well: «RelazioneFinale» is «Relazione Finale». */
  private static Stream<String> names(Attachment attachment) {
    String file = attachment.file();
    return Stream.of(attachment.title(), file, INSIDE_NAME.matcher(file).replaceAll(" "))
        .distinct();
  }

  /** The name in the API, and under {@code field.} in the messages. */
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
