// What is read out when the answer of the server changes.

/** @import { Counts, Mark } from "./data.d.ts" */

import { filled, later, tr } from "../../words.js";

/**
 * What was on show: marks with their names, what is counted about them, and the names of the painted patterns.
 * @typedef {{ marks: readonly Mark[], names: readonly string[], counts?: Counts, titles: readonly string[] }} Shown
 */

/** @type {[keyof Counts, string, string][]} */
const COUNTED = [
  ["warnings", later("{} warning sign"), later("{} warning signs")],
  ["injuries", later("{} injury"), later("{} injuries")],
  ["muscles", later("{} muscle"), later("{} muscles")],
];

/**
 * One sentence or two about the change; nothing when a page is first drawn, or where nothing has changed.
 * @param {Shown | undefined} before
 * @param {Shown} now
 */
export function heard(before, now) {
  if (!before) return "";
  const marked = markedNow(before, now);
  const counted = countsOf(now.counts);
  if (marked && !now.marks.length) return counted ? `${marked}. ${counted}.` : `${marked}.`;
  if (marked) return counted ? `${marked}: ${counted}.` : `${marked}.`;
  if (counted !== countsOf(before.counts)) return counted && `${counted}.`;
  if (now.titles.join() === before.titles.join()) return "";
  return now.titles.length ? filled("On the body: {}.", now.titles.join("; ")) : tr("No pattern on the body.");
}

/** @type {(before: Shown, now: Shown) => string} */
function markedNow(before, now) {
  const added = now.names.filter((_, at) => !before.marks.includes(now.marks[at]));
  const gone = before.names.filter((_, at) => !now.marks.includes(before.marks[at]));
  if (!added.length && !gone.length) return "";
  const count = now.marks.length;
  if (!count) return tr("Nothing is marked");
  const names = (added.length ? added : gone).join("; ");
  if (added.length) return count > 1 ? filled("{} marked, {} places in all", names, count) : filled("{} marked", names);
  return count > 1 ? filled("{} no longer marked, {} places left", names, count) : filled("{} no longer marked", names);
}

/** @param {Counts | undefined} counts */
function countsOf(counts = {}) {
  return COUNTED.filter(([part]) => counts[part] !== undefined)
    .map(([part, one, many]) => filled(counts[part] === 1 ? one : many, counts[part] ?? 0))
    .join(", ");
}
