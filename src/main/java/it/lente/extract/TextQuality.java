package it.lente.extract;

final class TextQuality {
  private TextQuality() {}

  static boolean isGarbage(String text) {
    return false;
  }
}
