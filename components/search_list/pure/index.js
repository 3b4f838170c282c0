// What can be found, from what Python sends: the same as bodymap/ask/search_index.py.

/** @import { Entry, Index, Sent, Words } from "./data.d.ts" */

import { join, readTables, splitSide, stem, waysToWrite, wordsIn } from "./words.js";

/**
 * @param {Sent} sent
 * @returns {Index}
 */
export function buildIndex(sent) {
  const { entries, weights, warnings, words: tables, most, referred } = sent;
  const words = readTables(tables);
  const known = new Set(entries.flatMap((entry) => textsOf(entry).flatMap(wordsIn)));
  for (const word of tables.joined) known.add(word);
  const weightOf = new Map(Object.entries(weights));
  const texts = [];
  /** @type {Map<string, number[]>} */
  const where = new Map();
  /** @type {Map<string, string>} */
  const stems = new Map();
  for (const [entry, { names }] of entries.entries()) {
    for (const [number, text] of textsOf(entries[entry]).entries()) {
      const counted = join(wordsIn(text), known).filter((word) => !words.passedOver.has(word));
      if (!counted.length) continue;
      for (const word of counted) if (!stems.has(word)) stems.set(word, stem(words, word));
      const own = counted.map((word) => stems.get(word) ?? word);
      const once = [...new Set(own)];
      for (const one of once) listAt(where, one).push(texts.length);
      const { side } = splitSide(words, text);
      const total = once.reduce((sum, one) => sum + (weightOf.get(one) ?? 0), 0);
      texts.push({ entry, text, once, total, isName: number < names.length, ...waysToWrite(counted, own), side });
    }
  }
  const vocabulary = [...stems].map(([word, own]) => ({ word, stem: own }));
  return {
    entries,
    texts,
    where,
    weights: weightOf,
    words,
    known,
    vocabulary,
    warnings,
    most,
    ...alikeOf(words, where),
    ...(referred && { referred: buildIndex({ ...sent, referred: undefined, ...referred }) }),
  };
}

/**
 * @param {Map<string, number[]>} lists
 * @param {string} name
 */
function listAt(lists, name) {
  const list = lists.get(name) ?? [];
  lists.set(name, list);
  return list;
}

/** @param {Entry} entry */
function textsOf({ names, say }) {
  return [...names, ...(say ?? [])];
}

/**
 * For a stem the others that people use for the same and that stand somewhere.
 * @param {Words} words
 * @param {Map<string, number[]>} where
 */
function alikeOf(words, where) {
  /** @type {Map<string, Set<string>>} */
  const alike = new Map();
  for (const row of words.alike) {
    const stems = [...new Set(row.map((word) => stem(words, word)))];
    for (const one of stems) {
      const others = alike.get(one) ?? new Set();
      for (const other of stems) if (other !== one && where.has(other)) others.add(other);
      alike.set(one, others);
    }
  }
  return { alike };
}
