// Ranking in whole numbers, so that bodymap/ask/search.py gives the same order. Change both together.

/** @import { Asked, Entry, Hit, Index, Meanings } from "./data.d.ts" */

import { ask } from "./asked.js";
import { slipsBetween } from "./distance.js";

const EXACT = 1000;
const SAME_STEMS = 995;
const SAME_WORDS = 990;
const WRITTEN_ALIKE = 980;
const MOST_OTHERWISE = 970;
const NEAR_BEST = 55;
const LEAST = 250;
const NO_LIMB = 85;
const NO_MUSCLE = 85;
const IN_FULL = 80;
const OTHER_SIDE = 75;
const OTHER_LIMB = 50;
const ONE_WORD = 75;
const KINDS = ["region", "group", "muscle", "condition", "nerve_root", "nerve", "joint", "disc"];

/** @type {(whole: number, by: number) => number} */
const divided = (whole, by) => Math.floor(whole / by);

/**
 * What a text finds, best first. What is found by its name only stands among the others where the name is typed, else
 * after them.
 * @param {Index} index
 * @param {string} text
 * @returns {Hit[]}
 */
export function find(index, text) {
  const hits = found(index, ask(index, text));
  const { referred } = index;
  const asked = referred && ask(referred, text);
  if (!referred || !asked?.known) return hits;
  const rest = found(referred, asked);
  const typed = rest.filter(({ score }) => score > MOST_OTHERWISE);
  const among = [...hits, ...typed].sort((one, other) => other.score - one.score);
  return [...among, ...rest.filter(({ score }) => score <= MOST_OTHERWISE)];
}

/**
 * What an index alone finds.
 * @param {Index} index
 * @param {Asked} asked
 * @returns {Hit[]}
 */
function found(index, asked) {
  const scored = scoresOf(index, asked);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const kept = scored.filter(({ score }) => score >= LEAST && score * 100 >= best * NEAR_BEST);
  /** @param {{ entry: number }} hit */
  const kind = ({ entry }) => KINDS.indexOf(index.entries[entry].kind);
  kept.sort((one, other) => other.score - one.score || kind(one) - kind(other) || one.entry - other.entry);
  return kept.map(({ entry: at, score, number }) => {
    const entry = index.entries[at];
    const side = entry.kind === "region" && !entry.midline ? asked.side : null;
    return { entry, kind: entry.kind, id: entry.id, side, matched: index.texts[number].text, score };
  });
}

/**
 * For each entry that has any of the words its score and the number of the text that matched best.
 * @param {Index} index
 * @param {Asked} asked
 */
function scoresOf(index, asked) {
  if (!asked.whole) return [];
  /** @type {Map<number, { bag: number[], score: number, number: number }>} */
  const best = new Map();
  for (const [number, sure] of textsWith(index, asked.meanings)) {
    const { entry } = index.texts[number];
    const score = scoreOfText(index, number, asked, shareOf(asked, sure));
    const known = best.get(entry);
    if (!known) {
      best.set(entry, { bag: [...sure], score, number });
      continue;
    }
    for (const [at, value] of sure.entries()) known.bag[at] = Math.max(known.bag[at], value);
    if (score > known.score) Object.assign(known, { score, number });
  }
  return [...best].map(([entry, { bag, score, number }]) => {
    return { entry, number, score: scoreOfEntry(index.entries[entry], asked, score, shareOf(asked, bag)) };
  });
}

/**
 * For each text with any of the words how sure each word stands in it, in the order of the texts.
 * @param {Index} index
 * @param {Meanings[]} meanings
 */
function textsWith(index, meanings) {
  /** @type {Map<number, number[]>} */
  const texts = new Map();
  for (const [at, found] of meanings.entries()) {
    for (const [one, sure] of found) {
      for (const number of index.where.get(one) ?? []) {
        const row = texts.get(number) ?? new Array(meanings.length).fill(0);
        row[at] = Math.max(row[at], sure);
        texts.set(number, row);
      }
    }
  }
  return [...texts].sort(([one], [other]) => one - other);
}

/**
 * How much of the query is said, in thousandths, for how sure each word is in hundredths.
 * @param {Asked} asked
 * @param {number[]} sure
 */
function shareOf({ weights, whole }, sure) {
  return divided(weights.reduce((sum, weight, at) => sum + weight * sure[at], 0) * 10, whole);
}

/**
 * How alike a query and a text are: how much of the query the text says, and how much of the text was said.
 * @param {Index} index
 * @param {number} number
 * @param {Asked} asked
 * @param {number} said
 */
function scoreOfText(index, number, asked, said) {
  const { once, written, line, sorted, together, total, isName, side } = index.texts[number];
  let covered = 0;
  for (const one of once) {
    let surest = 0;
    for (const found of asked.meanings) surest = Math.max(surest, found.get(one) ?? 0);
    covered += (index.weights.get(one) ?? 0) * surest;
  }
  const cover = divided(covered * 10, total);
  if (side && side !== asked.side) return divided((said * 65 + cover * 35) * OTHER_SIDE, 10000);
  if (!isName) return Math.min(MOST_OTHERWISE, divided(said * 70 + cover * 22, 100));
  if (asked.line === line) return asked.written === written ? EXACT : SAME_STEMS;
  if (asked.sorted === sorted) return SAME_WORDS;
  if (isWrittenAlike(asked.together, together)) return WRITTEN_ALIKE;
  const inFull = covered === 100 * total ? IN_FULL : 0;
  return Math.min(MOST_OTHERWISE, inFull + divided(said * 65 + cover * 35, 100));
}

/**
 * Whether a whole query is a name but for a letter or two.
 * @param {string} query
 * @param {string} name
 */
function isWrittenAlike(query, name) {
  const shorter = Math.min(query.length, name.length);
  if (shorter < 6 || Math.abs(query.length - name.length) > 2 || query[0] !== name[0]) return false;
  const allowed = shorter < 12 ? 1 : 2;
  return slipsBetween(query, name, allowed) <= allowed;
}

/**
 * The score of an entry: its best text, and how much of the query all its texts say together.
 * @param {Entry} entry
 * @param {Asked} asked
 * @param {number} score
 * @param {number} bag
 */
function scoreOfEntry({ kind, limb = "" }, { limbs, meanings, aboutMuscle }, score, bag) {
  if (score > MOST_OTHERWISE) return score;
  let mixed = divided(score * 60 + bag * 40, 100);
  const oneWord = meanings.length === 1;
  if (limbs.size && !limbs.has(limb)) mixed = divided(mixed * (limb || oneWord ? OTHER_LIMB : NO_LIMB), 100);
  if (kind === "condition" && oneWord) mixed = divided(mixed * ONE_WORD, 100);
  if ((kind === "region" || kind === "condition") && aboutMuscle) mixed = divided(mixed * NO_MUSCLE, 100);
  return mixed;
}
