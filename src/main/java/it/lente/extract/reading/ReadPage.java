package it.lente.extract.reading;

import it.lente.record.PageText;
import java.util.Optional;

/**
 * A page as its reader left it.
 *
 * @param pictured whether the page paints a picture
 * @param problem why the page, or its end, could not be read
 */
record ReadPage(PageText text, boolean pictured, Optional<String> problem) {

  ReadPage lost(String why) {
    return new ReadPage(text, pictured, Optional.of(why));
  }

  boolean isBlank() {
    return text.text().isBlank();
  }
}
