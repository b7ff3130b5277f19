package it.lente.extract.reading;

/**
 * How far files inside a file are unpacked: far beyond honest archives, far below what fills a
 * disk.
 *
 * @param depth files within files
 * @param members files in the whole attachment, at every depth
 * @param bytes of all of them together, unpacked
 * @param ratio how many times as large as its archive the unpacked content may be
 * @param unsuspected bytes up to which no ratio is looked at
 */
record UnpackLimits(int depth, int members, long bytes, int ratio, long unsuspected) {

  static final UnpackLimits DEFAULT = new UnpackLimits(8, 2_000, 1L << 30, 200, 10L << 20);
}
