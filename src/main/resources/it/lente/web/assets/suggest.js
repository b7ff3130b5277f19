// Suggestions below the search box: a combobox as the ARIA Authoring Practices describe it. The focus
// stays in the field; nothing is chosen unless somebody chooses it.

const WAIT = 150; // milliseconds without a key, so that not every letter is a question
const LEAST = 2; // letters

/** `list` holds, in its data, the names of the kinds of suggestions in the page's language. */
export function suggest(field, list, form) {
  const home = form.getAttribute('action'); // all pages are below it
  let offered = [];
  let active = -1;
  let waiting = 0;
  let asking = null;

  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);
  field.setAttribute('aria-expanded', 'false');

  function close() {
    clearTimeout(waiting);
    asking?.abort();
    offered = [];
    show();
  }

  function show() {
    active = -1;
    field.removeAttribute('aria-activedescendant');
    list.replaceChildren(...offered.map(option));
    list.hidden = !offered.length;
    field.setAttribute('aria-expanded', String(!list.hidden));
  }

  function option(suggestion, n) {
    const item = document.createElement('li');
    item.id = `${list.id}-${n}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    const kind = list.dataset[suggestion.kind];
    const within = suggestion.within ? ` (${suggestion.within})` : '';
    item.append(
      part('suggested', suggestion.text),
      part('muted', ` ${kind}${within}`),
      part('choice-count', ` ${suggestion.count}`),
    );
    return item;
  }

  function part(name, text) {
    const span = document.createElement('span');
    span.className = name;
    span.textContent = text;
    return span;
  }

  function goTo(n) {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = n;
    const item = list.children[active];
    if (item) {
      item.setAttribute('aria-selected', 'true');
      item.scrollIntoView({ block: 'nearest' });
      field.setAttribute('aria-activedescendant', item.id);
    } else {
      field.removeAttribute('aria-activedescendant');
    }
  }

  function choose({ parameter, value, process }) {
    close();
    if (parameter === 'q' && !process) {
      field.value = value;
      form.requestSubmit();
      return;
    }
    const asked = process ? [] : [`${parameter}=${encodeURIComponent(value)}`];
    if (form.elements.lang) {
      asked.push(`lang=${form.elements.lang.value}`);
    }
    const path = process ? `${home}processes/${encodeURIComponent(process)}` : home;
    location.assign(path + (asked.length ? `?${asked.join('&')}` : ''));
  }

  async function ask() {
    asking?.abort();
    const mine = new AbortController();
    asking = mine;
    try {
      const answer = await fetch(`${home}api/v1/suggest?q=${encodeURIComponent(field.value)}`, { signal: mine.signal });
      const found = answer.ok ? (await answer.json()).suggestions : [];
      if (asking === mine && document.activeElement === field) {
        offered = found;
        show();
      }
    } catch {
      // Given up, or there is no answer: the search itself does without.
    }
  }

  field.addEventListener('input', () => {
    clearTimeout(waiting);
    if (field.value.trim().length < LEAST) {
      close();
    } else {
      waiting = setTimeout(ask, WAIT);
    }
  });

  field.addEventListener('keydown', (event) => {
    if (event.isComposing) {
      return;
    }
    const last = offered.length - 1;
    if (event.key === 'ArrowDown' && offered.length) {
      goTo(active === last ? -1 : active + 1);
    } else if (event.key === 'ArrowUp' && offered.length) {
      goTo(active === -1 ? last : active - 1);
    } else if (event.key === 'Enter' && active >= 0) {
      choose(offered[active]);
    } else if (event.key === 'Escape' && offered.length) {
      close();
    } else {
      return;
    }
    event.preventDefault();
  });

  list.addEventListener('pointerdown', (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener('click', (event) => {
    const item = event.target.closest('[role="option"]');
    if (item) {
      choose(offered[[...list.children].indexOf(item)]);
    }
  });
  field.addEventListener('blur', close);
  form.addEventListener('submit', close);
}
