// What a browser can do with a record: print it, and copy the line that cites it.

import { copy as copyAndSay } from './share.js';

const print = document.querySelector('#print');
const copy = document.querySelector('#copy-citation');

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
  copy.addEventListener('click', () => copyAndSay(copy, citation.textContent));
  copy.parentElement.hidden = false;
}
