package it.lente.source;

import it.lente.record.RecordField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of a scheda and what it is, told from its own letters alone.
 *
 * @param number counted from 1
 * @param text without white space at its ends
 * @param field of a label, and of no other line
 */
record SchedaLine(int number, String text, Role role, Optional<RecordField> field) {

  enum Role {
    BLANK,
    CALL_TO_ACTION,
    SECTION,
    LABEL,
    /** «Data ultima modifica: 04/07/2021», label and value on one line. */
    INLINE_DATE,
    TEXT
  }

  private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\f\u2028]");

  static List<SchedaLine> of(String text) {
    List<SchedaLine> lines = new ArrayList<>();
    for (String line : LINE_END.split(text, -1)) {
      lines.add(of(lines.size() + 1, Spelling.stripped(line)));
    }
    return lines;
  }

  boolean is(Role wanted) {
    return role == wanted;
  }

  private static SchedaLine of(int number, String text) {
    Optional<RecordField> field = Labels.field(text);
    return new SchedaLine(number, text, role(text, field), field);
  }

  private static Role role(String text, Optional<RecordField> field) {
    if (text.isEmpty()) {
      return Role.BLANK;
    }
    if (field.isPresent()) {
      return Role.LABEL;
    }
    if (Labels.section(text)) {
      return Role.SECTION;
    }
    if (Labels.callToAction(text)) {
      return Role.CALL_TO_ACTION;
    }
    return Labels.inlineDate(text).isPresent() ? Role.INLINE_DATE : Role.TEXT;
  }
}
