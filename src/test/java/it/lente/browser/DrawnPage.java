package it.lente.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import it.lente.record.Box;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A page of a PDF as it is drawn, and the marks that lie on it. */
final class DrawnPage {

  /** Points by which a mark may miss the word that it is for. */
  private static final float NEAR = 2.5f;

  /** Points beside a word that the next word leaves white. */
  private static final float WHITE = 2;

  /** Of 255; the pages are black on white. */
  private static final int DARK = 140;

  private static final String HIDE_MARKS =
      "hidden => document.querySelector('#page-marks').style.visibility = hidden ? 'hidden' : ''";

  private final Page page;
  private final Locator sheet;
  private final Box whole;
  private boolean onItsSide;

  /**
   * Waits until the page is drawn.
   *
   * @param number from 1
   * @param whole the page as it is displayed before anybody turns it
   */
  DrawnPage(Visitor visitor, int number, Box whole) {
    this.page = visitor.page();
    this.sheet = page.locator("#page-sheet[data-drawn='" + number + "'] canvas");
    this.whole = whole;
    sheet.waitFor();
  }

  /** Larger by one step. */
  DrawnPage zoomIn() {
    return redrawnBy("#zoom-in");
  }

  /** By a quarter, clockwise. */
  DrawnPage turn() {
    onItsSide = !onItsSide;
    return redrawnBy("#turn");
  }

  /** Pixels a point. */
  float scale() {
    return (float) sheet.boundingBox().width / (onItsSide ? whole.height() : whole.width());
  }

  /** The only mark of an occurrence lies where the word was written, and on its ink. */
  void requireMarked(int hit, Box word) {
    Locator mark = page.locator("#page-marks [data-hit='" + hit + "'] rect");
    mark.evaluate("mark => mark.scrollIntoView({block: 'center', inline: 'center'})");
    BoundingBox found = mark.boundingBox();
    BoundingBox canvas = sheet.boundingBox();
    float scale = scale();
    Box place =
        new Box(
            (float) (found.x - canvas.x) / scale,
            (float) (found.y - canvas.y) / scale,
            (float) found.width / scale,
            (float) found.height / scale);
    requireNear(place, onItsSide ? turned(word) : word);
    requireInk(found, scale);
  }

  private static void requireNear(Box place, Box word) {
    String where = "%s for %s".formatted(place, word);
    assertThat(Math.abs(place.left() - word.left())).as(where).isLessThan(NEAR);
    assertThat(Math.abs(place.top() - word.top())).as(where).isLessThan(NEAR);
    assertThat(Math.abs(place.width() - word.width())).as(where).isLessThan(NEAR);
    assertThat(Math.abs(place.height() - word.height())).as(where).isLessThan(2 * NEAR);
  }

  /** There is ink under the mark, and none at its edges that would be the rest of the word. */
  private void requireInk(BoundingBox mark, float scale) {
    double margin = WHITE * scale;
    double width = mark.width + 2 * margin;
    page.evaluate(HIDE_MARKS, true);
    BufferedImage seen = picture(mark.x - margin, mark.y - margin, width, mark.height + 2 * margin);
    page.evaluate(HIDE_MARKS, false);
    int edge = (int) (margin * seen.getWidth() / width);
    int all = ink(seen, 0);
    int under = ink(seen, edge - 1);
    assertThat(under)
        .as("ink under the mark")
        .isGreaterThan((seen.getWidth() - 2 * edge) * (seen.getHeight() - 2 * edge) / 20);
    assertThat(all - under).as("ink beside the mark, %d under it", under).isLessThan(under / 20);
  }

  /** Dark pixels of a picture without its edges. */
  private static int ink(BufferedImage picture, int edge) {
    int dark = 0;
    for (int y = edge; y < picture.getHeight() - edge; y++) {
      for (int x = edge; x < picture.getWidth() - edge; x++) {
        dark += (picture.getRGB(x, y) & 0xFF) < DARK ? 1 : 0;
      }
    }
    return dark;
  }

  private BufferedImage picture(double x, double y, double width, double height) {
    byte[] file = page.screenshot(new Page.ScreenshotOptions().setClip(x, y, width, height));
    try {
      return ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a box comes to lie when the page is turned by a quarter. */
  private Box turned(Box box) {
    float across = box.height();
    float down = box.width();
    return new Box(whole.height() - box.top() - box.height(), box.left(), across, down);
  }

  private DrawnPage redrawnBy(String button) {
    BoundingBox before = sheet.boundingBox();
    page.locator(button).click();
    page.waitForCondition(() -> sheet.count() == 1 && sheet.boundingBox().width != before.width);
    return this;
  }
}
