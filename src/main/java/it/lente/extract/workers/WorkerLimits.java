package it.lente.extract.workers;

import java.time.Duration;

/**
 * Limits for reading a file, far above the needs of honest files.
 *
 * @param heapMegabytes memory of one worker's heap
 * @param page computing time of one page
 * @param file computing time of one file
 * @param textBytes the texts of one file with the positions of their words, in bytes as they are
 *     sent
 * @param files number of files after which a worker is replaced
 * @param idle time without a file after which a worker ends
 */
public record WorkerLimits(
    int heapMegabytes, Duration page, Duration file, int textBytes, int files, Duration idle) {

  public static final WorkerLimits DEFAULT =
      new WorkerLimits(
          512,
          Duration.ofSeconds(60),
          Duration.ofSeconds(300),
          128 << 20,
          1_000,
          Duration.ofSeconds(60));

  /**
   * Limits with character recognition, which takes some seconds a page and renders pages as
   * pictures first. Tesseract's own computing time counts only by the clock.
   */
  public static final WorkerLimits RECOGNITION =
      new WorkerLimits(
          1_024,
          Duration.ofSeconds(60),
          Duration.ofHours(2),
          128 << 20,
          100,
          Duration.ofSeconds(60));

  /**
   * Factor by which a page or a file may exceed its computing time by the clock. On a busy machine
   * a worker gets little of the processor, and the file is not to blame.
   */
  static final int BY_THE_CLOCK = 10;
}
