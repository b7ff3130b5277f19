// Keys of a single letter, for those who want them: they never act while something is typed, nor
// with another key held, and can be switched off for good (WCAG 2.1.4).

const SWITCH = 'lente-keys';

/** Whether a key typed here is meant for the element itself. */
function isTyping(element) {
  return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
}

function remembered() {
  try {
    return localStorage.getItem(SWITCH) !== 'off';
  } catch {
    return true; // a browser that keeps nothing
  }
}

function remember(on) {
  try {
    localStorage.setItem(SWITCH, on ? 'on' : 'off');
  } catch {
    // It holds until the page is left.
  }
}

/** Shows the panel that lists the keys and holds their switch; says whether they are on. */
function withSwitch(panel) {
  const on = panel.querySelector('#keys-on');
  on.checked = remembered();
  on.addEventListener('change', () => remember(on.checked));
  panel.hidden = false;
  return () => on.checked;
}

/** Calls the action of a key. Pages without a panel keep to what was chosen on one that has it. */
export function listenToKeys(actions, panel = null) {
  const on = panel ? withSwitch(panel) : remembered;
  document.addEventListener('keydown', (event) => {
    const action = actions[event.key];
    if (!action || !on() || event.defaultPrevented || isTyping(event.target)) {
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
      return;
    }
    event.preventDefault();
    action();
  });
}
