package it.lente.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** Where the keyboard is, and whether somebody who looks at the page can tell. */
final class Focus {

  /** {@code faults(at)}: what keeps people from seeing that an element has the focus. */
  private static final String LOOK =
      """
      const colours = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
      const known = {};

      /** Red, green, blue and opacity of a colour, however it is written. */
      function shades(colour) {
        if (!known[colour]) {
          colours.clearRect(0, 0, 1, 1);
          colours.fillStyle = colour;
          colours.fillRect(0, 0, 1, 1);
          known[colour] = [...colours.getImageData(0, 0, 1, 1).data];
        }
        return known[colour];
      }

      function light(colour) {
        const [red, green, blue] = shades(colour).map(each => {
          const part = each / 255;
          return part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4;
        });
        return .2126 * red + .7152 * green + .0722 * blue;
      }

      function contrast(one, other) {
        const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
        return (bright + .05) / (dark + .05);
      }

      function ground(element) {
        for (let at = element; at; at = at.parentElement) {
          const colour = getComputedStyle(at).backgroundColor;
          if (shades(colour)[3] > 250) {
            return colour;
          }
        }
        return 'white';
      }

      /** The kit draws boxes and buttons of choice beside themselves, in their labels. */
      function drawn(at) {
        return at.matches('[type=checkbox], [type=radio]') ? at.labels[0] : at;
      }

      function named(at) {
        const name = at.getAttribute('aria-label') ?? at.textContent.trim().replace(/\\s+/g, ' ');
        return `<${at.tagName.toLowerCase()} ${at.id || at.className}> ${name.slice(0, 40)}`;
      }

      function faults(at) {
        const seen = drawn(at);
        const style = getComputedStyle(seen);
        const place = seen.getClientRects()[0];
        const found = [];
        if (!place || place.width < 4 || place.height < 4) {
          return [named(at) + ': is not shown'];
        }
        if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) {
          found.push(named(at) + ': has no outline');
        } else if (shades(style.outlineColor)[3] < 250
            || contrast(style.outlineColor, ground(seen.parentElement)) < 3) {
          found.push(`${named(at)}: has a faint outline, ${style.outlineColor} on ${ground(seen.parentElement)}`);
        }
        const top = document.elementFromPoint(
          Math.max(place.left, 0) + Math.min(place.width, innerWidth) / 2,
          Math.max(place.top, 0) + Math.min(place.height, innerHeight) / 2);
        if (!top || !(seen.contains(top) || top.contains(seen))) {
          found.push(named(at) + ': is out of view or covered by ' + (top ? named(top) : 'nothing'));
        }
        return found;
      }
      """;

  /** The element that has the focus now, and comes behind the one that was asked for before. */
  private static final String STOP =
      """
      fromHere => {
        %s
        const at = document.activeElement;
        const before = fromHere ? null : window.stop;
        window.stop = at;
        if (fromHere || at === document.body) {
          return [];
        }
        const order = before?.isConnected && before !== document.body
          ? before.compareDocumentPosition(at) : Node.DOCUMENT_POSITION_FOLLOWING;
        return order & Node.DOCUMENT_POSITION_FOLLOWING
          ? faults(at) : [...faults(at), named(at) + ': comes before ' + named(before)];
      }
      """
          .formatted(LOOK);

  private static final String ALL =
      """
      () => {
        %s
        const stops = [...document.querySelectorAll(
            'a[href], button, input, select, textarea, summary, [tabindex]')]
          .filter(at => at.tabIndex >= 0 && at.checkVisibility({visibilityProperty: true}));
        const found = [];
        stops.filter(at => at.tabIndex > 0).forEach(at => found.push(named(at) + ': jumps the queue'));
        const still = stops.filter(at => !at.closest('.skiplinks, .hit-nav'));
        // Columns, and a list that scrolls by itself, are read one after the other, each to its end.
        const column = at => at.closest('.places-list, .columns > *, .text-columns > *, .process-columns > *');
        const place = at => at.getBoundingClientRect();
        for (let n = 1; n < still.length; n++) {
          const pair = [still[n - 1], still[n]];
          const columns = pair.map(column);
          const apart = columns[0] && columns[1] && columns[0] !== columns[1];
          const [last, next] = apart ? columns.map(place) : pair.map(at => place(drawn(at)));
          const back = next.bottom <= last.top + 2 && next.left < last.right;
          const left = next.right <= last.left && next.top < last.bottom - 8 && next.bottom > last.top + 8;
          if (back || left) {
            found.push(`${named(still[n])}: stands before ${named(still[n - 1])}`);
          }
        }
        const places = [...document.querySelectorAll('body *')].map(at => [at, at.scrollLeft, at.scrollTop]);
        for (const at of stops) {
          at.focus();
          found.push(...faults(at));
        }
        document.activeElement.blur();
        places.filter(([at, left, top]) => at.scrollLeft !== left || at.scrollTop !== top)
          .forEach(([at, left, top]) => at.scrollTo({left, top, behavior: 'instant'}));
        scrollTo(0, 0);
        return found;
      }
      """
          .formatted(LOOK);

  private Focus() {}

  /** One line for each thing on a page that takes the focus unseen, or out of the reading order. */
  static List<String> faults(Page page) {
    return lines(page.evaluate(ALL));
  }

  /** From here on the focus must go forwards. */
  static void start(Page page) {
    page.evaluate(STOP, true);
  }

  /** What is wrong with where the focus has come to. */
  static List<String> faultsHere(Page page) {
    return lines(page.evaluate(STOP, false));
  }

  private static List<String> lines(Object found) {
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }
}
