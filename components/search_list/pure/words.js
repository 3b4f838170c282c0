// Text as the words that a search compares: the same as bodymap/ask/search_words.py, with its tables.

/** @import { Side, Tables, Words } from "./data.d.ts" */

/**
 * @param {Tables} tables
 * @returns {Words}
 */
export function readTables(tables) {
  return {
    filler: new Set(tables.filler),
    passedOver: new Set([...tables.filler, "left", "right"]),
    irregular: new Map(Object.entries(tables.irregular)),
    notASide: new Set(tables.not_a_side),
    alike: tables.alike,
    limbs: Object.entries(tables.limbs).map(([limb, words]) => /** @type {const} */ ([limb, new Set(words)])),
  };
}

/**
 * Small letters without accents, apostrophes and punctuation.
 * @param {string} text
 */
export function plain(text) {
  const letters = text.normalize("NFKD").replace(/[\u0300-\u036f'\u2019]/g, "");
  return letters
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** @param {string} text */
export function wordsIn(text) {
  return plain(text)
    .split(" ")
    .filter((word) => word);
}

/**
 * The words without "left" or "right", and that side; null if neither or both are there.
 * @param {Words} known
 * @param {string} text
 * @returns {{ rest: string[], side: Side | null }}
 */
export function splitSide(known, text) {
  const words = wordsIn(text);
  const rest = [];
  /** @type {Set<Side>} */
  const named = new Set();
  for (const [at, word] of words.entries()) {
    if (word !== "left" && word !== "right") rest.push(word);
    else if (word === "left" || !isNoSide(known, words, at)) {
      named.add(word);
      rest.push("a"); // a filler in its place, so that the words beside it are not read as one
    }
  }
  return { rest, side: named.size === 1 ? [...named][0] : null };
}

/**
 * @param {Words} known
 * @param {string[]} words
 * @param {number} at
 */
function isNoSide(known, words, at) {
  const before = at ? words[at - 1] : "";
  return known.notASide.has(words[at + 1] ?? "") && !["my", "the", "on", "her", "his"].includes(before);
}

/**
 * A word without the endings of its forms: "calves" and "calf", "limping" and "limp".
 * @param {Words} known
 * @param {string} word
 * @returns {string}
 */
export function stem(known, word) {
  const irregular = known.irregular.get(word);
  if (irregular) return irregular;
  if (word.length > 3 && word.endsWith("s") && !/(ss|us|is)$/.test(word)) {
    return stem(known, word.endsWith("ies") && word.length > 5 ? `${word.slice(0, -3)}y` : word.slice(0, -1));
  }
  for (const ending of ["ing", "ed"]) {
    const rest = word.slice(0, -ending.length);
    if (!word.endsWith(ending) || rest.length < 3 || !/[aeiouy]/.test(rest)) continue;
    const last = rest.at(-1) ?? "";
    return withoutE(last === rest.at(-2) && !"lsz".includes(last) ? rest.slice(0, -1) : rest);
  }
  return withoutE(word);
}

/** @param {string} word */
function withoutE(word) {
  return word.length > 4 && word.endsWith("e") && !word.endsWith("ee") ? word.slice(0, -1) : word;
}

/**
 * Words as one text; their stems as one text, in the order of the alphabet, and without spaces.
 * @param {string[]} words
 * @param {string[]} stems
 */
export function waysToWrite(words, stems) {
  return {
    written: words.join(" "),
    line: stems.join(" "),
    sorted: [...stems].sort().join(" "),
    together: stems.join(""),
  };
}

/**
 * Words with each pair that is known as one word written together: "knee cap" as "kneecap".
 * @param {string[]} words
 * @param {ReadonlySet<string>} vocabulary
 */
export function join(words, vocabulary) {
  /** @type {string[]} */
  const joined = [];
  for (const word of words) {
    const before = joined.at(-1) ?? "";
    const together = [before + word, (before + word).replace(/s$/, "")];
    if (before.length > 1 && word.length > 1 && together.some((one) => vocabulary.has(one)))
      joined[joined.length - 1] += word;
    else joined.push(word);
  }
  return joined;
}

/**
 * An unknown word as two known ones: "shinsplints" as "shin", "splints".
 * @param {string} word
 * @param {ReadonlySet<string>} vocabulary
 */
export function apart(word, vocabulary) {
  if (vocabulary.has(word) || vocabulary.has(word.replace(/s$/, ""))) return [word];
  for (let at = 3; at < word.length - 2; at += 1) {
    const [one, other] = [word.slice(0, at), word.slice(at)];
    if (vocabulary.has(one) && vocabulary.has(other)) return [one, other];
  }
  return [word];
}

/**
 * The limbs of which some words speak.
 * @param {Words} known
 * @param {string[]} words
 */
export function limbsNamed(known, words) {
  return new Set(known.limbs.filter(([, of]) => words.some((word) => of.has(word))).map(([limb]) => limb));
}
