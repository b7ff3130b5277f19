// What a browser can do with a record: print it, and copy the line that cites it.

import './share.js';

const print = document.querySelector('#print');
const copy = document.querySelector('#copy-citation');
const status = document.querySelector('#record-status');

// Where the server was not told its own address, the browser knows it.
const permalink = document.querySelector('#permalink');
const citation = document.querySelector('#citation');
const written = permalink.getAttribute('href');
if (written.startsWith('/')) {
  permalink.textContent = permalink.href;
  citation.textContent = citation.textContent.replace(written, permalink.href);
}

print.addEventListener('click', () => window.print());
print.parentElement.hidden = false;

if (navigator.clipboard) {
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(citation.textContent).then(() => {
      copy.querySelector('span').textContent = copy.dataset.copied;
      status.textContent = copy.dataset.copied;
    });
  });
  copy.parentElement.hidden = false;
}
