// Words with which a warning sign stands above the answers: the same as bodymap/ask/search_warnings.py.

/** @import { Warning } from "./data.d.ts" */

import { slipsBetween } from "./distance.js";
import { wordsIn } from "./words.js";

const LONG_ENOUGH = 6;

/**
 * @param {Warning[]} warnings
 * @param {string} text
 */
export function warningsFor(warnings, text) {
  const words = wordsIn(text);
  return warnings.filter((warning) => warning.words.some((together) => together.every((word) => isSaid(word, words))));
}

/**
 * @param {string} word
 * @param {string[]} words
 */
function isSaid(word, words) {
  if (words.includes(word)) return true;
  if (word.length < LONG_ENOUGH) return false;
  return words.some((other) => other[0] === word[0] && slipsBetween(word, other, 1) <= 1);
}
