package it.lente.extract.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the horizontal lines that a page draws: they separate the rows of tables, and the
 * footnotes from the text. The edges of boxes count as well.
 */
final class DrawnRules {

  /** A horizontal line at height y, in points from the left and the top of the shown page. */
  record Rule(float y, float left, float right) {}

  /** A page with more rules is a drawing, which may have any number of lines. */
  private static final int MOST = 3_000;

  private static final float THICKEST = 2.5f;
  private static final float SHORTEST = 15;

  private final List<Rule> rules = new ArrayList<>();
  private final List<Rule> path = new ArrayList<>();
  private float left;
  private float right;
  private float top;
  private float foot;
  private boolean open;

  void clear() {
    rules.clear();
    drop();
  }

  List<Rule> all() {
    return rules;
  }

  /** Follows an operator of paths; any other is ignored. */
  void draw(int operator, ContentScanner scanner, Transform display) {
    switch (operator) {
      case 'm' -> {
        end();
        add(display, scanner.fromLast(2), scanner.fromLast(1));
      }
      case 'l', 'c', 'v', 'y' -> add(display, scanner.fromLast(2), scanner.fromLast(1));
      case Operators.RECTANGLE -> {
        end();
        float x = scanner.fromLast(4);
        float y = scanner.fromLast(3);
        add(display, x, y);
        add(display, x + scanner.fromLast(2), y + scanner.fromLast(1));
        end();
      }
      case 'n' -> drop();
      case 'S', 's', 'f', 'F', 'B', 'b', 'f' << 8 | '*', 'B' << 8 | '*', 'b' << 8 | '*' -> {
        end();
        if (rules.size() < MOST) {
          rules.addAll(path);
        }
        drop();
      }
      default -> {}
    }
  }

  private void drop() {
    path.clear();
    open = false;
  }

  private void add(Transform display, float x, float y) {
    float across = x * display.a + y * display.c + display.e;
    float down = x * display.b + y * display.d + display.f;
    left = open ? Math.min(left, across) : across;
    right = open ? Math.max(right, across) : across;
    top = open ? Math.min(top, down) : down;
    foot = open ? Math.max(foot, down) : down;
    open = true;
  }

  private void end() {
    if (open && right - left >= SHORTEST && path.size() < MOST) {
      path.add(new Rule(top, left, right));
      if (foot - top > THICKEST) {
        path.add(new Rule(foot, left, right));
      }
    }
    open = false;
  }
}
