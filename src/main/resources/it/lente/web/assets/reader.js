// The reader's page with JavaScript: the original page is drawn, and going from occurrence to
// occurrence keeps the document open. Everything that is said and where links lead comes from the
// server: another page is fetched whole, and its parts take the place of this one's.

import { listenToKeys } from './keys.js';
import { forgetSelection, selectedPhrase, showCitation } from './selection.js';
import { Sheet } from './sheet.js';

const VIEW = 'lente-view';
const MOST_CONTENTS = 200;

const reader = document.querySelector('#reader');
const frame = document.querySelector('#page-sheet');
const sheet = frame && new Sheet(frame, reader.dataset.original, reader.dataset.pdfjs);
const thumbnails = document.querySelector('#thumbnails');
const status = document.querySelector('#hit-status');
const find = document.querySelector('#q');
const isSheet = matchMedia('(max-width: 61.99rem)');

// The library that draws is large: what came with the page is painted first.
const painted = new Promise((done) => {
  if (globalThis.PerformanceObserver?.supportedEntryTypes?.includes('paint')) {
    new PerformanceObserver(done).observe({ type: 'paint', buffered: true });
    setTimeout(done, 5000); // a browser that hides such times draws later, but it draws
  } else {
    done();
  }
});

let current = 0; // the number of the occurrence that is looked at
let broken = false; // whether the original cannot be shown
let listed = false; // whether the document's bookmarks were asked for
let small = null; // the small pictures of the pages, once they were asked for
let asked = location.href; // the last address asked for; earlier answers come too late

function pageNumber() {
  return Number(location.pathname.match(/\/pages\/(\d+)$/)[1]);
}

function pageAddress(number) {
  const address = new URL(location);
  address.searchParams.delete('go'); // a page that was typed, and is not there
  return address.pathname.replace(/\d+$/, number) + address.search;
}

/** «page», «pair» or «text»: what was chosen, where it can be shown. */
function view() {
  const chosen = sessionStorage.getItem(VIEW);
  if (!sheet || broken || chosen === 'text') {
    return 'text';
  }
  return chosen === 'pair' && document.querySelector('#show-pair') && !isSheet.matches ? 'pair' : 'page';
}

/** The page beside this one as in a book, where the first is alone; 0 if there is none. */
function facing() {
  const other = pageNumber() ^ 1;
  return view() === 'pair' && other <= Number(reader.dataset.pages) ? other : 0;
}

/** Shows the page or its text, whichever was chosen. */
function show() {
  const text = document.querySelector('#page-text');
  const page = view() !== 'text';
  text.hidden = page || !text.textContent;
  if (sheet) {
    sheet.columns = view() === 'pair' ? 2 : 1;
    frame.hidden = !page;
    for (const button of document.querySelectorAll('[data-view]')) {
      button.setAttribute('aria-pressed', button.dataset.view === view());
    }
    document.querySelector('.tools-page').hidden = !page;
  }
}

/** Where two pages are shown, the other one comes from its address, with its marks. */
async function placeBeside() {
  const [number, other] = [pageNumber(), facing()];
  if (other === 0) {
    sheet.removeBeside();
  } else if (other !== sheet.beside) {
    const marks = await fetchPage(pageAddress(other)).then((page) => page.querySelector('#page-marks'), () => null);
    if (number !== pageNumber() || other !== facing()) {
      return; // another page or view was asked for meanwhile
    }
    if (marks) {
      marks.removeAttribute('id');
      delete marks.dataset.part;
      sheet.placeBeside(number, other, document.adoptNode(marks));
    } else {
      sheet.removeBeside();
    }
  }
}

async function draw() {
  if (view() === 'text') {
    return;
  }
  try {
    await placeBeside();
    await sheet.draw(pageNumber());
    if (reader.dataset.original && !listed) {
      listed = true;
      listContents().catch(() => {}); // a document without bookmarks that can be read
    }
  } catch {
    broken = true;
    reader.classList.add('broken');
    document.querySelector('#tools').hidden = true;
    document.querySelector('#page-problem').hidden = false;
    thumbnails?.remove();
    show();
    land();
  }
}

/** The occurrences on this page in the view that is shown, in order. */
function marks() {
  const place = view() === 'text' ? '#page-text mark[data-hit]' : '#page-marks g[data-hit]';
  return [...document.querySelectorAll(place)];
}

/** Goes to the occurrence that the address names, or to the first on this page. */
function land() {
  const named = location.hash.match(/^#hit-(\d+)$/);
  const target = named ? marks().find((mark) => mark.dataset.hit === named[1]) : marks()[0];
  document.querySelectorAll('[data-hit][aria-current]').forEach((mark) => mark.removeAttribute('aria-current'));
  current = target ? Number(target.dataset.hit) : 0;
  if (!target) {
    return;
  }
  document.querySelectorAll(`[data-hit="${current}"]`).forEach((mark) => mark.setAttribute('aria-current', 'true'));
  target.scrollIntoView({ block: 'center', inline: 'center' });
  if (named) {
    target.focus({ preventScroll: true });
  }
  const position = document.querySelector('#hit-position');
  position.style.minWidth = `${position.offsetWidth}px`; // «6 / 18» is shorter than «6–12 / 18»
  position.textContent = `${current} / ${reader.dataset.total}`;
  disable(document.querySelector('#hit-previous'), current === 1);
  disable(document.querySelector('#hit-next'), current === Number(reader.dataset.total));
  const spoken = document.querySelector(`#hit-${current} .visually-hidden`).textContent;
  status.textContent = spoken.replace(/:\s*$/, '');
}

/** At the ends of the document one of the two ways leads nowhere. */
function disable(link, ended) {
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
  } else if (by > 0) {
    document.querySelector('#next-document')?.focus();
  }
}

async function fetchPage(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/** Puts another page of the document in the place of this one. */
async function go(address, remember) {
  asked = address;
  let next;
  try {
    next = await fetchPage(address);
  } catch {
    location.assign(address); // the browser says better what is wrong
    return;
  }
  if (asked !== address) {
    return;
  }
  for (const part of document.querySelectorAll('[data-part]')) {
    const other = next.querySelector(`[data-part="${part.dataset.part}"]`);
    if (other) {
      part.replaceWith(document.adoptNode(other));
    }
  }
  forgetSelection();
  if (remember) {
    history.pushState(null, '', address);
  }
  document.title = next.title;
  arrive();
}

/** Lists the bookmarks of a PDF, each with a link to its page. */
async function listContents() {
  const all = (await sheet.contents()).slice(0, MOST_CONTENTS);
  if (all.length > 1) {
    const contents = document.querySelector('#contents');
    contents.querySelector('ol').replaceChildren(...all.map(({ title, page, depth }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.textContent = title;
      link.href = pageAddress(page);
      item.className = `depth-${Math.min(depth, 3)}`;
      item.append(link);
      return item;
    }));
    contents.hidden = false;
  }
}

/** Scrolls a list, and nothing else, to one of its elements. */
function reveal(list, element) {
  const here = element?.getBoundingClientRect();
  const box = list?.getBoundingClientRect();
  if (here && (here.top < box.top || here.bottom > box.bottom)) {
    list.scrollTop += here.top - box.top - box.height / 2;
  }
}

/** Marks this page in the lists at the side, and scrolls them to it. */
function revealHere() {
  reveal(document.querySelector('.places-list'), document.querySelector('.places-list [aria-current]'));
  if (small) {
    reveal(thumbnails.querySelector('ol'), small.mark(pageNumber()));
  }
}

/** Has the ways to the pages before and after lead over both pages where two are shown. */
function setSteps() {
  const number = pageNumber();
  const pair = view() === 'pair';
  const left = number & ~1; // the even one of two
  const steps = { prev: pair ? Math.max(1, left - 2) : number - 1, next: pair ? left + 2 : number + 1 };
  for (const link of document.querySelectorAll('#reader a:is([rel=prev], [rel=next])')) {
    const ended = steps[link.rel] > Number(reader.dataset.pages);
    link.href = pageAddress(ended ? number : steps[link.rel]);
    disable(link, ended);
  }
}

/** What follows whenever a page has come. */
function arrive() {
  show();
  if (sheet && view() !== 'text') {
    sheet.arrange();
  }
  setSteps();
  land();
  revealHere();
  painted.then(draw);
}

/** The address of this page or, if some of its words are selected, one that marks them. */
async function linkHere() {
  const words = selectedPhrase();
  if (!words) {
    return location.href;
  }
  const marking = new URL(location.href);
  marking.searchParams.set('q', words);
  marking.hash = '';
  const found = await fetchPage(marking.href).then((page) => page.querySelector('mark[data-hit]'), () => null);
  return found ? marking.href : location.href; // words that a line or column divides are not found
}

async function copyLink(link) {
  // Given at once, because browsers forget soon that a link was pressed.
  const address = linkHere().then((text) => new Blob([text], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': address })]);
  link.querySelector('span').textContent = reader.dataset.copied;
  status.textContent = reader.dataset.copied;
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
      copyLink(link).catch(() => {}); // the label does not say that it was copied
    }
  } else if (link.id === 'to-citation') {
    event.preventDefault();
    showCitation();
  } else if (link.id === 'hit-next' || link.id === 'hit-previous') {
    event.preventDefault();
    step(link.id === 'hit-next' ? 1 : -1);
  } else if (written.startsWith('#')) {
    event.preventDefault();
    history.replaceState(null, '', written);
    land();
  } else if (written && isWithin(address)) {
    event.preventDefault();
    if (link.getAttribute('aria-disabled')) {
      return;
    }
    if (isSheet.matches) {
      document.querySelector('#side').open = false; // it lies over the page that was chosen
    }
    go(address, true);
  }
});

function revealThumbnails() {
  if (small && thumbnails.open) {
    revealHere(); // the other list has become lower
    thumbnails.scrollIntoView({ block: 'nearest' });
  }
}

thumbnails?.addEventListener('toggle', async () => {
  const { Thumbnails } = await import('./thumbnails.js');
  small = new Thumbnails(thumbnails.querySelector('ol'), (number) => sheet.small(number));
  small.fill(Number(reader.dataset.pages), pageAddress);
  revealThumbnails();
}, { once: true });
thumbnails?.addEventListener('toggle', revealThumbnails);

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
  for (const button of document.querySelectorAll('[data-view]')) {
    button.addEventListener('click', () => choose(button.dataset.view));
  }
  isSheet.addEventListener('change', arrive);
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
    if (sheet.fits && view() !== 'text' && frame.clientWidth && frame.clientWidth !== width) {
      width = frame.clientWidth;
      draw();
    }
  }).observe(frame);
}

listenToKeys({
  '/': () => {
    document.querySelector('#side').open = true;
    find.focus();
    find.select();
  },
  n: () => step(1),
  p: () => step(-1),
  d: () => document.querySelector('#next-document')?.click(),
}, document.querySelector('#keys'));
window.addEventListener('popstate', () => go(location.href, false));
window.addEventListener('hashchange', land);
arrive();
// The browser goes to the named place by itself once all is loaded, and takes the focus along.
window.addEventListener('load', () => setTimeout(land));
