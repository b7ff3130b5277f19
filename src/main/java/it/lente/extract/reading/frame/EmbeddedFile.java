package it.lente.extract.reading.frame;

import it.lente.record.AttachmentText;
import it.lente.record.PageText;
import it.lente.record.TextPart;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;

/** A file inside a file, by its path there, separated by slashes. */
public record EmbeddedFile(String name, AttachmentText text) {

  /** Returns a page of this file as one of the outer file, with its number there, from 1. */
  public PageText outerPage(PageText page, int number) {
    return new PageText(
        number,
        label(page),
        page.text(),
        page.shape(),
        page.boxes(),
        page.repeated(),
        page.state());
  }

  /** Names a page of this file: «relazione.pdf, p. 3», «dati.xlsx, Costi». */
  private String label(PageText page) {
    TextSummary inside = text.summary();
    if (inside.parts().stream().anyMatch(part -> holds(part, page))) {
      return name + "/" + page.label();
    }
    boolean alone = inside.unit() == TextUnit.MESSAGE || inside.pageCount() == 1;
    if (alone && page.label().isEmpty()) {
      return name;
    }
    String where = page.label().isEmpty() ? Integer.toString(page.number()) : page.label();
    return name + (inside.unit() == TextUnit.PAGE ? ", p. " : ", ") + where;
  }

  private static boolean holds(TextPart part, PageText page) {
    return page.number() >= part.first() && page.number() < part.first() + part.count();
  }
}
