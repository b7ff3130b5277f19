package it.lente.source;

import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * An error in a JSON text, described for its authors.
 *
 * @param line counted from 1, 0 if it is not known
 * @param position of the character in that line, likewise
 */
record JsonFault(int line, int position, Reason cause) {

  private static final int SHOWN = 20;

  static JsonFault of(JacksonException broken, String text) {
    TokenStreamLocation at =
        Objects.requireNonNullElse(broken.getLocation(), TokenStreamLocation.NA);
    Reason cause = cause(broken, text, (int) at.getCharOffset());
    return new JsonFault(Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()), cause);
  }

  private static Reason cause(JacksonException broken, String text, int offset) {
    if (broken instanceof MismatchedInputException) {
      return ReasonCode.KEY_TWICE.with();
    } else if (broken instanceof StreamConstraintsException) {
      return ReasonCode.JSON_TOO_DEEP.with();
    } else if (offset < 0 || offset >= text.length()) {
      return ReasonCode.JSON_CUT.with();
    }
    char found = text.charAt(offset);
    if (found < ' ') {
      return ReasonCode.TEXT_UNCLOSED.with();
    }
    if (offset > 0 && text.charAt(offset - 1) == '\\') {
      return ReasonCode.BACKSLASH.with(String.valueOf(found));
    }
    String rest = text.substring(offset, Math.min(text.length(), offset + SHOWN));
    return ReasonCode.UNEXPECTED.with(rest.lines().findFirst().orElse(""));
  }
}
