package it.lente.extract.reading.pdf;

/** Sine and cosine of whole degrees, exact for the right angles. */
final class Angles {

  private static final float[] SINES = sines();

  private Angles() {}

  static float sin(int degrees) {
    return SINES[degrees];
  }

  static float cos(int degrees) {
    return SINES[(degrees + 90) % 360];
  }

  private static float[] sines() {
    float[] sines = new float[360];
    for (int degrees = 0; degrees < sines.length; degrees++) {
      sines[degrees] = degrees % 180 == 0 ? 0 : (float) Math.sin(Math.toRadians(degrees));
    }
    return sines;
  }
}
