// What is selected of a page, as text or as it is drawn: references quote it, links lead to it.

// Of two pages side by side, only the one of the address.
const PLACES = '#page-text, .sheet-page:not([data-page]) .textLayer';
const LONGEST = 2000; // characters of a passage
const MOST_WORDS = 12; // of a phrase
const QUOTES = /["“”„‟«»‹›″＂❝❞〝〞〟]/g; // what ends a phrase in a question

const reader = document.querySelector('#reader');

let passage = '';

/** The start of what was selected on this page, as a question; the empty string if nothing was. */
export function selectedPhrase() {
  const words = passage.replace(QUOTES, ' ').trim().split(/\s+/).slice(0, MOST_WORDS).join(' ');
  return words && `"${words}"`;
}

export function forgetSelection() {
  remember('');
}

function remember(text) {
  passage = text;
  reader.querySelector('#copy-link span').textContent = text ? reader.dataset.copyPassage : reader.dataset.copy;
}

function place(node) {
  return (node instanceof Element ? node : node?.parentElement)?.closest(PLACES);
}

/** Opens the references of this page, beside it or below. */
export function showCitation() {
  document.querySelector('#side').open = true;
  const cite = document.querySelector('.cite');
  cite.open = true;
  cite.scrollIntoView({ block: 'nearest' });
  cite.querySelector('summary').focus({ preventScroll: true });
}

// References cite what is selected, and the link that copies says so.
document.addEventListener('selectionchange', () => {
  const selection = document.getSelection();
  if (!selection.isCollapsed && place(selection.anchorNode)) { // a click on a link loses nothing
    remember(selection.toString().trim().slice(0, LONGEST));
    keepEnd(selection);
  }
});
document.addEventListener('click', (event) => {
  const link = event.target.closest('.cite a');
  if (!link) {
    return;
  }
  const address = new URL(link.href);
  const hit = /^#hit-(\d+)$/.exec(location.hash);
  if (passage) {
    address.searchParams.set('passage', passage);
  }
  if (hit) {
    address.searchParams.set('hit', hit[1]);
  }
  link.href = address;
});

/**
 * Keeps the end of a layer of words beside the word under the pointer. Between the words there is
 * nothing to select but the end, so that a selection does not run on to the end of the page.
 */
function keepEnd(selection) {
  const end = document.querySelector('.selecting .selection-end');
  const word = selection.focusNode.parentElement?.closest('.selecting span');
  if (end && word) {
    const following = selection.anchorNode.compareDocumentPosition(selection.focusNode);
    word[following & Node.DOCUMENT_POSITION_PRECEDING ? 'before' : 'after'](end);
  }
}

document.addEventListener('pointerdown', (event) => {
  release();
  if (place(event.target)) {
    forgetSelection(); // another begins
  }
  event.target.closest?.('.textLayer')?.classList.add('selecting');
});
for (const over of ['pointerup', 'pointercancel']) {
  document.addEventListener(over, release);
}

function release() {
  for (const layer of document.querySelectorAll('.selecting')) {
    layer.classList.remove('selecting');
    layer.append(layer.querySelector('.selection-end'));
  }
}
