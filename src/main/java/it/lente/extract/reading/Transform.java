package it.lente.extract.reading;

import org.apache.pdfbox.util.Matrix;

/**
 * The six numbers that take a point of one coordinate system to another: {@code x' = a x + c y + e,
 * y' = b x + d y + f}. It changes in place, because a page changes it thousands of times.
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

  /** What does not move the origin. */
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

  /** The six operands before an operator. */
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

  /** First moves a point, then does what it did before. */
  void translate(float right, float up) {
    e += right * a + up * c;
    f += right * b + up * d;
  }

  /** First does what another does, then what it did before. */
  void prepend(Transform first) {
    setProduct(first, this);
  }

  /** Becomes what one does, followed by the other; may be either of them. */
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
