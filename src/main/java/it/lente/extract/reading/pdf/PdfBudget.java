package it.lente.extract.reading.pdf;

/**
 * Limits for reading one PDF, far beyond the needs of honest documents and far below the size of
 * the memory. Parts of a page beyond them are left out and reported.
 *
 * @param pages pages of the document
 * @param glyphs painted characters of one page
 * @param forms executions of form XObjects and annotations on one page
 * @param formDepth forms within forms
 * @param decodedBytes contents of one page with its forms, unpacked
 * @param bookmarks of the document
 * @param comments of the document
 */
record PdfBudget(
    int pages,
    int glyphs,
    int forms,
    int formDepth,
    long decodedBytes,
    int bookmarks,
    int comments) {

  static final PdfBudget DEFAULT =
      new PdfBudget(100_000, 1_000_000, 10_000, 20, 100L << 20, 20_000, 20_000);
}
