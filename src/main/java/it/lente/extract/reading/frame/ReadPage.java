package it.lente.extract.reading.frame;

import it.lente.extract.judging.PictureCoverage;
import it.lente.record.PageText;
import it.lente.record.Reason;
import java.util.Optional;

/**
 * A page after reading.
 *
 * @param pictured pictures on the page
 * @param problem why the page, or its end, could not be read
 */
public record ReadPage(PageText text, PictureCoverage pictured, Optional<Reason> problem) {

  public ReadPage lost(Reason why) {
    return new ReadPage(text, pictured, Optional.of(why));
  }

  boolean isBlank() {
    return text.text().isBlank();
  }
}
