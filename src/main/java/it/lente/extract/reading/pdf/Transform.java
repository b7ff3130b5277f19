package it.lente.extract.reading.pdf;

import org.apache.pdfbox.util.Matrix;

/**
 * The six numbers that map a point from one coordinate system to another: {@code x' = a x + c y +
 * e, y' = b x + d y + f}. Mutable, because a page changes it thousands of times.
 */
final class Transform {

  float a = 1;
  float b;
  float c;
  float d = 1;
  float e;
  float f;

  static Transform of(Matrix matrix) {
    Transform transform = new Transform();
    transform.set(matrix.getScaleX(), matrix.getShearY(), matrix.getShearX(), matrix.getScaleY());
    transform.e = matrix.getTranslateX();
    transform.f = matrix.getTranslateY();
    return transform;
  }

  /** Sets a mapping that keeps the origin. */
  private void set(float newA, float newB, float newC, float newD) {
    a = newA;
    b = newB;
    c = newC;
    d = newD;
  }

  void set(Transform other) {
    set(other.a, other.b, other.c, other.d);
    e = other.e;
    f = other.f;
  }

  /** Sets the six operands before an operator. */
  void set(ContentScanner operands) {
    set(operands.fromLast(6), operands.fromLast(5), operands.fromLast(4), operands.fromLast(3));
    e = operands.fromLast(2);
    f = operands.fromLast(1);
  }

  void reset() {
    set(1, 0, 0, 1);
    e = 0;
    f = 0;
  }

  /** Moves a point before the present mapping. */
  void translate(float right, float up) {
    e += right * a + up * c;
    f += right * b + up * d;
  }

  /** Applies another mapping before the present one. */
  void prepend(Transform first) {
    setProduct(first, this);
  }

  /**
   * Sets the product of two mappings, the first of which is applied first. Either may be this
   * object.
   */
  void setProduct(Transform first, Transform then) {
    float newE = first.e * then.a + first.f * then.c + then.e;
    float newF = first.e * then.b + first.f * then.d + then.f;
    float newA = first.a * then.a + first.b * then.c;
    float newB = first.a * then.b + first.b * then.d;
    float newC = first.c * then.a + first.d * then.c;
    float newD = first.c * then.b + first.d * then.d;
    set(newA, newB, newC, newD);
    e = newE;
    f = newF;
  }
}
