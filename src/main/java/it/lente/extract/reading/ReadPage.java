package it.lente.extract.reading;

import it.lente.extract.PictureCoverage;
import it.lente.record.PageText;
import it.lente.record.Reason;
import java.util.Optional;

/**
 * A page as its reader left it.
 *
 * @param pictured what of the page is pictures
 * @param problem why the page, or its end, could not be read
 */
record ReadPage(PageText text, PictureCoverage pictured, Optional<Reason> problem) {

  ReadPage lost(Reason why) {
    return new ReadPage(text, pictured, Optional.of(why));
  }

  boolean isBlank() {
    return text.text().isBlank();
  }
}
