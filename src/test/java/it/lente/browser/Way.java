package it.lente.browser;

/** The ways in which each journey must be possible. */
enum Way {
  WITH_A_MOUSE,
  WITH_THE_KEYBOARD,
  ON_A_PHONE,
  WITHOUT_SCRIPT;

  /** Somebody who opens an address and will go on like this. */
  Going from(String address, Visitors visitors) {
    Going going = begin(visitors);
    going.visitor().open(address);
    return going;
  }

  boolean scripts() {
    return this != WITHOUT_SCRIPT;
  }

  private Going begin(Visitors visitors) {
    return switch (this) {
      case WITH_A_MOUSE -> Pointing.withMouse(visitors.atDesk());
      case WITH_THE_KEYBOARD -> new Typing(visitors.atDesk());
      case ON_A_PHONE -> Pointing.withFinger(visitors.onPhone());
      case WITHOUT_SCRIPT -> Pointing.withoutScript(visitors.withoutScript());
    };
  }
}
