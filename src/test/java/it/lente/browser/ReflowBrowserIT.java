package it.lente.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page enlarged, on a narrow window, and with its letters, lines and words set apart. */
@ExtendWith(Browsing.class)
class ReflowBrowserIT {

  /** A desk's; what is left of it at 200 %; what is left at 400 %, and WCAG's narrowest. */
  private static final int[] WIDTHS = {1280, 640, 320};

  private static final int HEIGHT = 450;

  /** As far as WCAG 1.4.12 asks for; a sheet made by a script is no inline style. */
  private static final String SPACE =
      """
      () => {
        const spaced = new CSSStyleSheet();
        spaced.replaceSync(`
          * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
          p { margin-bottom: 2em !important; }
          .textLayer * { letter-spacing: 0 !important; word-spacing: 0 !important; }`);
        document.adoptedStyleSheets = [spaced];
      }
      """;

  /**
   * Lines of text that a box cuts off, or that lie on others. Of a line the middle half is looked
   * at, for letters are less high than the room that their font takes.
   */
  private static final String LOST =
      """
      () => {
        const lines = [];
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          const at = text.parentElement;
          if (!text.data.trim() || at.closest('.visually-hidden, .skiplinks, .textLayer, .sheet, svg')
              || !at.checkVisibility({visibilityProperty: true, opacityProperty: true})) {
            continue;
          }
          const range = document.createRange();
          range.selectNodeContents(text);
          for (const box of range.getClientRects()) {
            const top = box.top + box.height / 4;
            const bottom = box.bottom - box.height / 4;
            if (box.width > 1 && box.height > 1) {
              lines.push({at, top, bottom, left: box.left, right: box.right, said: text.data.trim().slice(0, 40)});
            }
          }
        }
        const found = [];
        for (const line of lines) {
          for (let box = line.at; box && box !== document.body; box = box.parentElement) {
            const style = getComputedStyle(box);
            const edge = box.getBoundingClientRect();
            const hides = way => /hidden|clip/.test(way);
            if (style.clipPath === 'inset(50%)') {
              line.hidden = true;
              break;
            }
            if (hides(style.overflowX) && (line.left < edge.left - 1 || line.right > edge.right + 1)
                || hides(style.overflowY) && (line.top < edge.top - 1 || line.bottom > edge.bottom + 1)) {
              found.push('cut off: ' + line.said);
            }
            if (style.position === 'sticky' || /auto|scroll/.test(style.overflowX + style.overflowY)) {
              line.moves = true;
            }
          }
        }
        const still = lines.filter(line => !line.hidden && !line.moves).sort((a, b) => a.top - b.top);
        still.forEach((one, n) => {
          for (let m = n + 1; m < still.length && still[m].top < one.bottom - 1; m++) {
            const other = still[m];
            if (other.at !== one.at && other.left < one.right - 2 && other.right > one.left + 2) {
              found.push(`one on the other: ${one.said} | ${other.said}`);
            }
          }
        });
        return found;
      }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"it", "en", "de"})
  void nothing_is_lost_when_enlarged_and_set_apart(String language, Visitors visitors) {
    Visitor visitor = visitors.atDesk();
    for (String page : EveryPage.in(language)) {
      visitor.open(page).awaitQuiet();
      requireNothingLost(visitor);
      visitor.page().evaluate(SPACE);
      requireNothingLost(visitor);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"it", "en", "de"})
  void a_phone_loses_nothing(String language, Visitors visitors) {
    Visitor visitor = visitors.onPhone();
    for (String page : EveryPage.in(language)) {
      visitor.open(page).awaitQuiet();
      requireNothingLostHere(visitor);
      visitor.page().evaluate(SPACE);
      requireNothingLostHere(visitor);
    }
  }

  private static void requireNothingLost(Visitor visitor) {
    for (int width : WIDTHS) {
      visitor.page().setViewportSize(width, HEIGHT);
      requireNothingLostHere(visitor);
    }
  }

  private static void requireNothingLostHere(Visitor visitor) {
    Page page = visitor.page();
    visitor.requireNothingCutOff();
    assertThat((List<?>) page.evaluate(LOST))
        .as("at %s, %d wide", visitor.address(), page.viewportSize().width)
        .isEmpty();
  }
}
