// The list of processes with JavaScript: a choice applies at once, and the page stays. The server
// writes the whole page as ever; those of its parts that can change (`data-part`) take the place of
// this one's. The address is the server's own, so that it can be shared, and Back comes back.

import { form, question } from './search.js';
import './share.js';

const said = document.querySelector('#said');

let asking = null; // the request that is under way; an earlier answer would come too late

/** The address that the form asks for as it stands. */
function written() {
  return `${form.getAttribute('action')}?${new URLSearchParams(new FormData(form))}`;
}

/** Shows the list at an address in the place of this one; `then` says where the focus goes. */
async function show(address, { remember = true, then = () => {} } = {}) {
  asking?.abort();
  const mine = new AbortController();
  asking = mine;
  document.documentElement.classList.add('waiting');
  let answer;
  let next;
  try {
    answer = await fetch(address, { signal: mine.signal });
    next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch (reason) {
    if (reason.name !== 'AbortError') {
      location.assign(address); // the browser says better what is wrong
    }
    return;
  }
  if (asking !== mine) {
    return;
  }
  if (!answer.ok || !next.querySelector('[data-part="results"]')) {
    location.assign(answer.ok ? answer.url : address); // an error, or the first page
    return;
  }
  document.documentElement.classList.remove('waiting');
  replace(next);
  if (remember && answer.url !== location.href) {
    history.pushState(null, '', answer.url);
  }
  document.title = next.title;
  then();
  said.textContent = document.querySelector('#results').textContent;
}

function replace(next) {
  const focused = named(document.activeElement);
  const open = new Set([...document.querySelectorAll('details[id][open]')].map((each) => each.id));
  for (const part of document.querySelectorAll('[data-part]')) {
    const other = next.querySelector(`[data-part="${part.dataset.part}"]`);
    if (other) {
      part.replaceWith(document.adoptNode(other));
    }
  }
  open.forEach((id) => document.getElementById(id)?.setAttribute('open', ''));
  copy(next);
  if (focused && document.activeElement === document.body) {
    document.querySelector(focused)?.focus({ preventScroll: true });
  }
}

/** What finds this control again on another page: the same name and value, else the same id. */
function named(element) {
  if (element.matches('input[type="checkbox"]')) {
    return `input[name="${element.name}"][value="${CSS.escape(element.value)}"]`;
  }
  return element.id ? `#${CSS.escape(element.id)}` : null;
}

/** The form itself stays, so that nobody is interrupted while typing; it only takes the values. */
function copy(next) {
  const asked = next.querySelector('#q');
  if (question.defaultValue !== asked.defaultValue) {
    question.defaultValue = asked.defaultValue;
    question.value = asked.defaultValue;
  }
  next.querySelectorAll('#search input[type="radio"]').forEach((radio) => {
    document.getElementById(radio.id).checked = radio.checked;
  });
}

function toResults() {
  const heading = document.querySelector('#results');
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: 'start' });
}

function applies(control) {
  return control.form === form && control.matches('input[type="checkbox"], input[type="radio"], input[type="number"], input[type="date"], select');
}

document.addEventListener('change', (event) => {
  if (applies(event.target) && event.target.checkValidity()) {
    show(written());
  }
});

form.addEventListener('submit', (event) => {
  if (event.submitter?.hasAttribute('formaction')) {
    return; // to another page
  }
  event.preventDefault();
  show(written());
});

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('main a');
  if (link?.id === 'see') {
    document.querySelector('#filters-fold').open = false; // the results follow in its place
    return;
  }
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }
  const address = new URL(link.href.baseVal ?? link.href, location.href);
  if (address.origin !== location.origin || address.pathname !== location.pathname || address.hash) {
    history.replaceState({ left: link.getAttribute('href') }, '');
    return;
  }
  event.preventDefault();
  show(address.href, { then: link.closest('.histogram') ? undefined : toResults });
});

window.addEventListener('popstate', () => show(location.href, { remember: false }));

// Who comes back by the link of a result goes on at it; the browser sets its own mark once all is loaded.
if (/^#result-\d+$/.test(location.hash)) {
  window.addEventListener('load', () => setTimeout(() => {
    document.querySelector(`${location.hash} h3 a`)?.focus({ preventScroll: true });
  }));
}

// Who comes back goes on at the link that was followed, also where the browser loads the page anew.
if (history.state?.left) {
  document.querySelector(`main a[href="${CSS.escape(history.state.left)}"]`)?.focus({ preventScroll: true });
}
