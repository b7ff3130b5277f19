package it.lente.extract.reading.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the lines that a page draws: horizontal ones separate the rows of tables, and the
 * footnotes from the text; upright ones separate cells. The edges of boxes count as well.
 */
final class DrawnRules {

  /** A horizontal line at height y, in points from the left and the top of the shown page. */
  record Rule(float y, float left, float right) {}

  /** An upright line at distance x from the left, in points. */
  record Upright(float x, float top, float foot) {}

  /** A page with more rules is a drawing, which may have any number of lines. */
  private static final int MOST = 3_000;

  private static final int MOST_UPRIGHT = 500;

  private static final float THICKEST = 2.5f;
  private static final float SHORTEST = 15;

  /** The least height of an upright line, which may bound a cell of one line of text. */
  private static final float LOWEST = 8;

  private final List<Rule> rules = new ArrayList<>();
  private final List<Rule> path = new ArrayList<>();
  private final List<Upright> uprights = new ArrayList<>();
  private final List<Upright> pathUprights = new ArrayList<>();
  private float left;
  private float right;
  private float top;
  private float foot;
  private boolean open;

  void clear() {
    rules.clear();
    uprights.clear();
    drop();
  }

  List<Rule> all() {
    return rules;
  }

  List<Upright> uprights() {
    return uprights;
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
        if (uprights.size() < MOST_UPRIGHT) {
          uprights.addAll(pathUprights);
        }
        drop();
      }
      default -> {}
    }
  }

  private void drop() {
    path.clear();
    pathUprights.clear();
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
    if (open && foot - top >= LOWEST && pathUprights.size() < MOST_UPRIGHT) {
      pathUprights.add(new Upright(left, top, foot));
      if (right - left > THICKEST) {
        pathUprights.add(new Upright(right, top, foot));
      }
    }
    open = false;
  }
}
