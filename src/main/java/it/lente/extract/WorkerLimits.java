package it.lente.extract;

import java.time.Duration;

/**
 * What reading a file may cost: far more than honest files need.
 *
 * @param heapMegabytes memory of one worker's heap
 * @param page computing time of one page
 * @param file computing time of one file
 * @param textBytes the texts of one file with the places of their words, in bytes as they are sent
 * @param files how many files a worker reads before another takes its place
 * @param idle after how long without a file a worker ends
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
   * With character recognition, which takes some seconds a page and paints pages as pictures first.
   * What Tesseract computes for itself counts by the clock only.
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
   * How much longer than its computing time a page or a file may take by the clock. On a machine
   * that does too much else a worker gets little of the processor, and the file is not to blame.
   */
  static final int BY_THE_CLOCK = 10;
}
