/** @import { Counts } from "./data.d.ts" */

import { filled, later, tr } from "../../words.js";

/** @type {[keyof Counts, string, string, string][]} */
const PARTS = [
  ["warnings", later("{} warning"), later("{} warnings"), later("Warnings")],
  ["muscles", later("{} muscle"), later("{} muscles"), later("Muscles")],
  ["injuries", later("{} injury"), later("{} injuries"), later("Injuries")],
];

/**
 * What the bar says: nothing without a mark; without counts the names of the parts alone. A part that is not counted
 * while others are, or on a page that counts none, says nothing: there is no way to it.
 * @param {string[]} names of the marked places, the newest last
 * @param {Counts | undefined} counts
 */
export function barOf(names, counts) {
  const newest = names.at(-1) ?? "";
  const text = names.length > 1 ? filled("{} and {} more", newest, names.length - 1) : newest;
  /** @type {[keyof Counts, string][]} */
  const entries = PARTS.map(([part, one, many, name]) => {
    if (!counts) return [part, tr(name)];
    const count = counts[part];
    return [part, count === undefined ? "" : filled(count === 1 ? one : many, count)];
  });
  return { text, entries };
}
