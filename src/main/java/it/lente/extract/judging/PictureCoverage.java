package it.lente.extract.judging;

/**
 * Share of a page that is covered by pictures.
 *
 * @param share of the page as it is displayed, 0 to 1; pictures that overlap count twice
 * @param transcribed whether the page has invisible text, as scanners put it over the picture of a
 *     page that they have recognised
 */
public record PictureCoverage(float share, boolean transcribed) {

  /** A page without a picture. */
  public static final PictureCoverage NOTHING = new PictureCoverage(0, false);
}
