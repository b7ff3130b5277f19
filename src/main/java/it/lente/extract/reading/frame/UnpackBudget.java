package it.lente.extract.reading.frame;

import it.lente.record.Reason;
import it.lente.record.ReasonCode;

/** Remainder of the limits of one attachment, shared by all files inside it. */
public final class UnpackBudget {

  private final UnpackLimits limits;
  private int members;
  private long bytes;

  public UnpackBudget(UnpackLimits limits) {
    this.limits = limits;
  }

  /** Takes one more file inside the attachment. */
  boolean takesAnother() {
    members++;
    return members <= limits.members();
  }

  Reason tooMany() {
    return ReasonCode.TOO_MANY_FILES.with(limits.members());
  }

  void requireDepth(int depth) {
    if (depth > limits.depth()) {
      throw new OverBudgetException(ReasonCode.TOO_DEEP, limits.depth());
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
      throw new OverBudgetException(ReasonCode.TOO_MUCH, limits.bytes());
    }
    if (unpacked > limits.unsuspected() && unpacked / limits.ratio() > packed) {
      throw new OverBudgetException(ReasonCode.BOMB, limits.ratio());
    }
  }
}
