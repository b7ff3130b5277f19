package sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A report to be made.
 *
 * @param head the lines «key: value» above the text
 */
record Report(Path source, Map<String, String> head, List<Block> blocks) {

  String title() {
    return need("title");
  }

  String body() {
    return need("body");
  }

  /** Where it goes, below the attachments' folder. */
  String file() {
    return need("file");
  }

  LocalDate date() {
    return LocalDate.parse(need("date"));
  }

  /** The kind of file that is written: pdf, docx, odt or html. */
  String format() {
    return file().substring(file().lastIndexOf('.') + 1);
  }

  String get(String key, String otherwise) {
    return head.getOrDefault(key, otherwise);
  }

  boolean is(String key) {
    return get(key, "no").equals("yes");
  }

  private String need(String key) {
    String value = head.get(key);
    if (value == null) {
      throw new IllegalArgumentException(source + " has no line «" + key + ": …»; add one");
    }
    return value;
  }
}
