package it.lente.source;

import it.lente.record.RecordField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a scheda with its role, which follows from its letters alone.
 *
 * @param number counted from 1; lines that only its HTML separates have the same
 * @param text without white space at its ends
 * @param field of a label or an inline date, and of no other line
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

  private static final String LINE_ENDS = "\n\r\f\u2028";

  static List<SchedaLine> of(String written) {
    String text = written.replace("\r\n", "\n");
    List<SchedaLine> lines = new ArrayList<>();
    int start = 0;
    int number = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || LINE_ENDS.indexOf(text.charAt(i)) >= 0) {
        number++;
        for (String line : Markup.plain(text.substring(start, i)).split("\n", -1)) {
          lines.add(of(number, Spelling.stripped(line)));
        }
        start = i + 1;
      }
    }
    return lines;
  }

  boolean is(Role wanted) {
    return role == wanted;
  }

  private static SchedaLine of(int number, String text) {
    if (text.length() > SchedaLabels.LONGEST) {
      return new SchedaLine(number, text, Role.TEXT, Optional.empty());
    }
    String folded = Spelling.folded(text);
    Optional<RecordField> label = SchedaLabels.field(folded);
    Role role = label.isPresent() ? Role.LABEL : role(text, folded);
    boolean inline = role == Role.INLINE_DATE;
    return new SchedaLine(
        number, text, role, inline ? Optional.of(RecordField.LAST_MODIFIED) : label);
  }

  private static Role role(String text, String folded) {
    if (text.isEmpty()) {
      return Role.BLANK;
    }
    if (SchedaLabels.section(folded)) {
      return Role.SECTION;
    }
    if (SchedaLabels.callToAction(folded)) {
      return Role.CALL_TO_ACTION;
    }
    return SchedaLabels.inlineDate(text).isPresent() ? Role.INLINE_DATE : Role.TEXT;
  }
}
