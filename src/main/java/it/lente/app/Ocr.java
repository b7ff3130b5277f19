package it.lente.app;

/** The times at which pictures are recognised. */
enum Ocr {
  /** Recognition starts as soon as everything else is searchable. */
  NOW,
  /** Another command recognises pictures later. */
  LATER,
  /** Pictures are never recognised. */
  OFF
}
