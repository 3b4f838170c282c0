/** @import { Counts } from "./data.d.ts" */

/** @type {[keyof Counts, string, string][]} */
const PARTS = [
  ["warnings", "warning", "warnings"],
  ["muscles", "muscle", "muscles"],
  ["injuries", "injury", "injuries"],
];

/**
 * What the bar says: nothing without a mark; without counts the names of the parts alone.
 * @param {string[]} names of the marked places, the newest last
 * @param {Counts | undefined} counts
 */
export function barOf(names, counts) {
  const newest = names.at(-1) ?? "";
  const text = names.length > 1 ? `${newest} and ${names.length - 1} more` : newest;
  /** @type {[keyof Counts, string][]} */
  const entries = PARTS.map(([part, one, many]) => {
    if (!counts) return [part, many[0].toUpperCase() + many.slice(1)];
    return [part, `${counts[part]} ${counts[part] === 1 ? one : many}`];
  });
  return { text, entries };
}
