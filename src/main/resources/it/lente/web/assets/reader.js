// The reader's page with JavaScript: the original page is drawn, and going from occurrence to
// occurrence keeps the document open. Everything that is said and where links lead comes from the
// server: another page is fetched whole, and its parts take the place of this one's.

import { listenToKeys } from './keys.js';
import { Sheet } from './sheet.js';

const VIEW = 'lente-view';

const reader = document.querySelector('#reader');
const frame = document.querySelector('#page-sheet');
const sheet = frame && new Sheet(frame, reader.dataset.original, reader.dataset.pdfjs);
const status = document.querySelector('#hit-status');
const find = document.querySelector('#q');

let current = 0; // the number of the occurrence that is looked at
let broken = false; // whether the original cannot be shown
let asked = location.href; // the last address asked for; earlier answers come too late

function pageNumber() {
  return Number(location.pathname.match(/\/pages\/(\d+)$/)[1]);
}

function view() {
  const chosen = sessionStorage.getItem(VIEW);
  return !sheet || broken || chosen === 'text' ? 'text' : 'page';
}

/** Shows the page or its text, whichever was chosen. */
function show() {
  const text = document.querySelector('#page-text');
  const page = view() === 'page';
  text.hidden = page || !text.textContent;
  if (sheet) {
    frame.hidden = !page;
    document.querySelector('#show-page').setAttribute('aria-pressed', page);
    document.querySelector('#show-text').setAttribute('aria-pressed', !page);
    document.querySelector('.tools-page').hidden = !page;
  }
}

async function draw() {
  if (view() !== 'page') {
    return;
  }
  try {
    await sheet.draw(pageNumber());
  } catch {
    broken = true;
    document.querySelector('#tools').hidden = true;
    document.querySelector('#page-problem').hidden = false;
    show();
    land();
  }
}

/** The occurrences on this page in the view that is shown, in order. */
function marks() {
  const place = view() === 'page' ? '#page-marks g[data-hit]' : '#page-text mark[data-hit]';
  return [...document.querySelectorAll(place)];
}

/** Goes to the occurrence that the address names, if it is on this page. */
function land() {
  const named = location.hash.match(/^#hit-(\d+)$/);
  const target = named && marks().find((mark) => mark.dataset.hit === named[1]);
  document.querySelectorAll('[data-hit][aria-current]').forEach((mark) => mark.removeAttribute('aria-current'));
  current = target ? Number(named[1]) : 0;
  if (!target) {
    return;
  }
  document.querySelectorAll(`[data-hit="${current}"]`).forEach((mark) => mark.setAttribute('aria-current', 'true'));
  target.scrollIntoView({ block: 'center', inline: 'center' });
  target.focus({ preventScroll: true });
  document.querySelector('#hit-position').textContent = `${current} / ${reader.dataset.total}`;
  disable('#hit-previous', current === 1);
  disable('#hit-next', current === Number(reader.dataset.total));
  const spoken = document.querySelector(`#hit-${current} .visually-hidden`).textContent;
  status.textContent = spoken.replace(/:\s*$/, '');
}

/** At the ends of the document one of the two ways leads nowhere. */
function disable(way, ended) {
  const link = document.querySelector(way);
  if (ended) {
    link.setAttribute('aria-disabled', 'true');
  } else {
    link.removeAttribute('aria-disabled');
  }
}

/** The next occurrence, or with -1 the one before, on this page or another. */
function step(by) {
  const numbers = marks().map((mark) => Number(mark.dataset.hit));
  const here = by > 0
    ? numbers.find((n) => n > current)
    : numbers.reverse().find((n) => current && n < current);
  const link = document.querySelector(by > 0 ? '#hit-next' : '#hit-previous');
  if (here) {
    history.replaceState(null, '', `#hit-${here}`);
    land();
  } else if (link?.href && !link.getAttribute('href').startsWith('#')) {
    go(link.href, true);
  }
}

/** Puts another page of the document in the place of this one. */
async function go(address, remember) {
  asked = address;
  let next;
  try {
    const answer = await fetch(address);
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    location.assign(address); // the browser says better what is wrong
    return;
  }
  if (asked !== address) {
    return;
  }
  const open = document.querySelector('.places-list')?.open;
  for (const part of document.querySelectorAll('[data-part]')) {
    const other = next.querySelector(`[data-part="${part.dataset.part}"]`);
    if (other) {
      keepKeys(part, other);
      part.replaceWith(document.adoptNode(other));
    }
  }
  const list = document.querySelector('.places-list');
  if (list && open !== undefined) {
    list.open = open;
  }
  if (remember) {
    history.pushState(null, '', address);
  }
  document.title = next.title;
  arrive();
}

/** The panel of keys with its switch is the reader's, not the page's: it stays. */
function keepKeys(part, other) {
  const keys = part.querySelector('#keys');
  if (keys) {
    other.querySelector('#keys').replaceWith(keys);
  }
}

/** What follows whenever a page has come. */
function arrive() {
  show();
  if (sheet && view() === 'page') {
    sheet.arrange();
  }
  land();
  const here = document.querySelector('.places-list [aria-current]');
  const list = here?.closest('ol');
  if (list) {
    list.scrollTop = here.offsetTop - list.offsetTop - list.clientHeight / 2;
  }
  draw();
}

/** Whether an address is that of a page of this document. */
function isWithin(address) {
  const to = new URL(address);
  return to.origin === location.origin && to.pathname.startsWith(location.pathname.replace(/\d+$/, ''));
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('#reader a');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }
  const written = link.getAttribute('href') ?? '';
  const address = new URL(written, location.href).href;
  if (link.id === 'copy-link') {
    if (navigator.clipboard) {
      event.preventDefault();
      navigator.clipboard.writeText(location.href).then(() => {
        link.querySelector('span').textContent = reader.dataset.copied;
        status.textContent = reader.dataset.copied;
      });
    }
  } else if (link.id === 'hit-next' || link.id === 'hit-previous') {
    event.preventDefault();
    step(link.id === 'hit-next' ? 1 : -1);
  } else if (written.startsWith('#')) {
    event.preventDefault();
    history.replaceState(null, '', written);
    land();
  } else if (written && isWithin(address)) {
    event.preventDefault();
    go(address, true);
  }
});

// Enter in the field asks anew when the words are others, else it leads on.
find.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.isComposing && find.value === find.defaultValue && Number(reader.dataset.total)) {
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  }
});

function choose(chosen) {
  sessionStorage.setItem(VIEW, chosen);
  arrive();
}

if (sheet) {
  document.querySelector('#tools').hidden = false;
  document.querySelector('#turn').hidden = !reader.dataset.original; // a picture lies as it is
  document.querySelector('#show-page').addEventListener('click', () => choose('page'));
  document.querySelector('#show-text').addEventListener('click', () => choose('text'));
  const changes = {
    '#zoom-in': () => sheet.zoomBy(1),
    '#zoom-out': () => sheet.zoomBy(-1),
    '#zoom-fit': () => sheet.fit(),
    '#turn': () => sheet.turn(),
  };
  for (const [button, change] of Object.entries(changes)) {
    document.querySelector(button).addEventListener('click', () => {
      change();
      draw();
    });
  }
  let width = frame.clientWidth;
  new ResizeObserver(() => {
    if (sheet.fits && view() === 'page' && frame.clientWidth && frame.clientWidth !== width) {
      width = frame.clientWidth;
      draw();
    }
  }).observe(frame);
}

listenToKeys({
  '/': () => { find.focus(); find.select(); },
  n: () => step(1),
  p: () => step(-1),
}, document.querySelector('#keys'));
// On a phone the list of pages would stand between the reader and the page.
const list = document.querySelector('.places-list');
if (list && matchMedia('(max-width: 61.99rem)').matches) {
  list.open = false;
}
window.addEventListener('popstate', () => go(location.href, false));
window.addEventListener('hashchange', land);
arrive();
// The browser goes to the named place by itself once all is loaded, and takes the focus along.
window.addEventListener('load', () => setTimeout(land));
