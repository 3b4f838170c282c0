// A query: its words and what they may mean, as bodymap/ask/search.py reads it. Change both together.

/** @import { Asked, Index, Meanings } from "./data.d.ts" */

import { slipsBetween } from "./distance.js";
import { apart, join, limbsNamed, splitSide, stem, waysToWrite } from "./words.js";

const MOST_WORDS = 16;
const ALIKE = 80;
const BEGINNING = 85;
const LONGER = 60;
const SLIP = [0, 75, 60];

/**
 * @param {Index} index
 * @param {string} text
 * @returns {Asked}
 */
export function ask(index, text) {
  const { rest, side } = splitSide(index.words, text);
  const { filler } = index.words;
  const counted = join(rest, index.known).filter((word) => !filler.has(word));
  const words = counted.slice(0, MOST_WORDS).flatMap((word) => apart(word, index.known).filter((w) => !filler.has(w)));
  const typing = words.join("").length > 1;
  const meanings = words
    .map((word, at) => meaningsOf(index, word, typing && at === words.length - 1))
    .filter((found) => found.size);
  const weights = meanings.map((found) => weightOf(index, found));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const stems = words.map((word) => stem(index.words, word));
  const ways = waysToWrite(words, stems);
  const aboutMuscle = stems.includes(stem(index.words, "muscle"));
  const known = meanings.length === words.length;
  return { ...ways, known, aboutMuscle, meanings, weights, whole, side, limbs: limbsNamed(index.words, words) };
}

/**
 * @param {Index} index
 * @param {string} word
 * @param {boolean} last whether it may still be being typed
 * @returns {Meanings}
 */
function meaningsOf(index, word, last) {
  const own = stem(index.words, word);
  /** @type {Meanings} */
  const found = new Map();
  for (const other of index.alike.get(own) ?? []) found.set(other, ALIKE);
  if (index.where.has(own)) found.set(own, 100);
  const starts = found.size ? LONGER : BEGINNING;
  if (last || (word.length > 3 && !found.size)) {
    for (const longer of index.vocabulary) {
      if (longer.word !== word && longer.word.startsWith(word) && !found.has(longer.stem))
        found.set(longer.stem, starts);
    }
  }
  return found.size ? found : slipsOf(index, word);
}

/**
 * The stems of words with one or two letters wrong, the nearest only.
 * @param {Index} index
 * @param {string} word
 * @returns {Meanings}
 */
function slipsOf(index, word) {
  /** @type {Meanings[]} */
  const near = [];
  for (const other of index.vocabulary) {
    const shorter = Math.min(word.length, other.word.length);
    if (shorter < 4 || Math.abs(word.length - other.word.length) > 2) continue;
    if (shorter === 4 && word[0] !== other.word[0]) continue;
    const allowed = shorter < 7 ? 1 : 2;
    const slips = slipsBetween(word, other.word, allowed);
    if (slips > allowed) continue;
    near[slips] ??= new Map();
    near[slips].set(other.stem, SLIP[slips]);
  }
  return near.find((found) => found) ?? new Map();
}

/**
 * How telling a word is: as its surest meaning.
 * @param {Index} index
 * @param {Meanings} found
 */
function weightOf(index, found) {
  const surest = Math.max(...found.values());
  return Math.max(...[...found].map(([one, sure]) => (sure === surest ? (index.weights.get(one) ?? 0) : 0)));
}
