// The search box with JavaScript: a key that leads to it, and suggestions while somebody types.

import { listenToKeys } from './keys.js';
import { suggest } from './suggest.js';

export const form = document.querySelector('#search');
export const question = document.querySelector('#q');

listenToKeys({
  '/': () => {
    question.focus();
    question.select();
  },
});
suggest(question, document.querySelector('#q-suggestions'), form);
