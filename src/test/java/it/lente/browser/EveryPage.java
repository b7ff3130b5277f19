package it.lente.browser;

import java.util.List;

/** The addresses of the pages: each kind, and each of the shapes that differ. */
final class EveryPage {

  private static final String REPORT =
      "/processes/castel-frassino-piazza-ciclabile/attachments/rapporto-finale-pdf-a66dec/pages/";

  private static final String DOCUMENT =
      "/processes/pieve-alta-biblioteca/attachments/racconto-dei-laboratori-docx-2a7ebc/pages/";

  private static final List<String> ADDRESSES =
      List.of(
          "/",
          "/?sort=newest",
          "/?q=piazza",
          "/?q=%22piazza+ciclabile%22&status=Concluso&year=2019-2022",
          "/?q=parolachenonce",
          "/processes/castel-frassino-piazza-ciclabile",
          "/processes/ponte-antico-sisma?q=assemblea",
          REPORT + "3?q=piazza+ciclabile",
          REPORT + "2",
          KnownReports.page("guasta.pdf", 1, "scialuppa"),
          DOCUMENT + "1?q=laboratorio",
          "/?funded=1000..&extension=yes",
          "/facets/place?place=Lombardia&contains=a",
          "/statistics",
          "/statistics?q=piazza&place=Emilia-Romagna&year=2019-2022",
          "/compare",
          "/compare?q=piazza&id=castel-frassino-piazza-ciclabile"
              + "&id=ponte-antico-sisma&id=torre-marina-lungomare",
          "/coverage",
          "/coverage?state=failed",
          "/help",
          "/about",
          "/api",
          "/accessibility",
          "/problems/not-found");

  private EveryPage() {}

  /**
   * All of them.
   *
   * @param language «it» or «en»
   */
  static List<String> in(String language) {
    return ADDRESSES.stream()
        .map(page -> page + (page.contains("?") ? "&lang=" : "?lang=") + language)
        .toList();
  }
}
