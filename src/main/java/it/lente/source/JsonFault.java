package it.lente.source;

import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * What is wrong with a JSON text, in words for those who wrote it.
 *
 * @param line counted from 1, 0 if it is not known
 * @param position of the character in that line, likewise
 */
record JsonFault(int line, int position, String cause) {

  private static final int SHOWN = 20;

  static JsonFault of(JacksonException broken, String text) {
    TokenStreamLocation at =
        Objects.requireNonNullElse(broken.getLocation(), TokenStreamLocation.NA);
    String cause = cause(broken, text, (int) at.getCharOffset());
    return new JsonFault(Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()), cause);
  }

  private static String cause(JacksonException broken, String text, int offset) {
    if (broken instanceof MismatchedInputException) {
      return "a key is given twice within one object; keep one of them";
    } else if (broken instanceof StreamConstraintsException) {
      return "it is nested too deeply, or a number or text in it is too long";
    } else if (offset < 0 || offset >= text.length()) {
      return "the JSON ends too early; a closing quotation mark, bracket or brace is missing";
    }
    char found = text.charAt(offset);
    if (found < ' ') {
      return "a text is not closed on its line; end it with a quotation mark, write a line end in"
          + " it as \\n"
          + " and a tab as \\t";
    }
    if (offset > 0 && text.charAt(offset - 1) == '\\') {
      return "a backslash stands before «" + found + "»; write two for one";
    }
    String rest = text.substring(offset, Math.min(text.length(), offset + SHOWN));
    return "«%s» is not expected here; texts and keys stand between double quotation marks, a comma"
            .formatted(rest.lines().findFirst().orElse(""))
        + " between two entries and none after the last";
  }
}
