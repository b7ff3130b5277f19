// The switch for the keys of a single letter.

import { listenToKeys } from './keys.js';

listenToKeys({}, document.querySelector('#keys'));
