package it.lente.extract.reading.frame;

/**
 * Limits for unpacking files inside files: far beyond honest archives, far below the size of a
 * disk.
 *
 * @param depth files within files
 * @param members files in the whole attachment, at every depth
 * @param bytes of all of them together, unpacked
 * @param ratio limit of the unpacked size divided by the size of the archive
 * @param unsuspected bytes up to which the ratio is ignored
 */
public record UnpackLimits(int depth, int members, long bytes, int ratio, long unsuspected) {

  public static final UnpackLimits DEFAULT = new UnpackLimits(8, 2_000, 1L << 30, 200, 10L << 20);
}
