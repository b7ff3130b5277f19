package it.lente.extract.reading;

import it.lente.record.PageText;
import it.lente.record.TextPart;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;

/** Names the pages of a file inside a file: «relazione.pdf, p. 3», «dati.xlsx, Costi». */
final class EmbeddedPageNames {

  private EmbeddedPageNames() {}

  /** Returns the page as one of the outer file, with its number there, from 1. */
  static PageText within(EmbeddedFiles.Member member, PageText page, int number) {
    return new PageText(
        number,
        label(member, page),
        page.text(),
        page.shape(),
        page.boxes(),
        page.repeated(),
        page.state());
  }

  private static String label(EmbeddedFiles.Member member, PageText page) {
    TextSummary inside = member.text().summary();
    if (inside.parts().stream().anyMatch(part -> holds(part, page))) {
      return member.name() + "/" + page.label();
    }
    boolean alone = inside.unit() == TextUnit.MESSAGE || inside.pageCount() == 1;
    if (alone && page.label().isEmpty()) {
      return member.name();
    }
    String where = page.label().isEmpty() ? Integer.toString(page.number()) : page.label();
    return member.name() + (inside.unit() == TextUnit.PAGE ? ", p. " : ", ") + where;
  }

  private static boolean holds(TextPart part, PageText page) {
    return page.number() >= part.first() && page.number() < part.first() + part.count();
  }
}
