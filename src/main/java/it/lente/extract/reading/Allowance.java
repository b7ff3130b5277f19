package it.lente.extract.reading;

import java.util.Locale;

/** What is left of the limits of one attachment, shared by all files inside it. */
final class Allowance {

  private final UnpackLimits limits;
  private int members;
  private long bytes;

  Allowance(UnpackLimits limits) {
    this.limits = limits;
  }

  /** Takes one more file inside the attachment. */
  boolean takesAnother() {
    members++;
    return members <= limits.members();
  }

  String tooMany() {
    return String.format(
        Locale.ROOT, "it holds more than %,d files, the rest is left out", limits.members());
  }

  void requireDepth(int depth) {
    if (depth > limits.depth()) {
      throw new OverBudgetException("it lies deeper than", limits.depth(), "files within files");
    }
  }

  /**
   * Takes more unpacked bytes.
   *
   * @param unpacked the bytes of the member so far, with these
   * @param packed the bytes of the archive
   */
  void take(int more, long unpacked, long packed) {
    bytes += more;
    if (bytes > limits.bytes()) {
      throw new OverBudgetException("what is unpacked takes more than", limits.bytes(), "bytes");
    }
    if (unpacked > limits.unsuspected() && unpacked / limits.ratio() > packed) {
      throw new OverBudgetException(
          "it unpacks to more than", limits.ratio(), "times the size of its archive");
    }
  }
}
