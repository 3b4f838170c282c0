// What the list shows: the answers as rows that can be chosen.

/** @import { Choice, Entry, Hit, Index, Kind, Row, Side } from "./data.d.ts" */

import { filled, isEnglish, later, tr } from "../../words.js";
import { plain } from "./words.js";

/** @type {Record<Side, string>} */
const YOURS = { left: later("{}, your left"), right: later("{}, your right") };

/** @type {Record<Kind, string>} */
const BADGES = {
  region: later("place"),
  group: later("muscle group"),
  muscle: later("muscle"),
  condition: later("injury"),
  nerve_root: later("nerve root"),
  nerve: later("nerve"),
  joint: later("joint"),
  disc: later("disc"),
};
/** Kinds whose names no language translates. @type {ReadonlySet<Kind>} */
const ENGLISH = new Set(["condition", "nerve_root", "nerve", "joint", "disc"]);
const NAMED = 970; // a score above it says that the name was typed
/** @type {readonly Side[]} */
const BOTH = ["left", "right"];

/**
 * The best answers as rows: a place with two sides is two rows, a group of muscles is followed by its muscles.
 * Only one group lists them, and only if it is the first answer or its name was typed.
 * @param {Index} index
 * @param {Hit[]} hits
 * @returns {Row[]}
 */
export function rowsOf(index, hits) {
  const shown = hits.slice(0, index.most);
  const opened = shown.find(({ kind, score }, at) => kind === "group" && (at === 0 || score > NAMED));
  return shown.flatMap((hit) => {
    const { entry } = hit;
    const row = rowFor(entry, hit.matched);
    if (hit.kind === "region" && !entry.midline) return sidesOf(hit).map((side) => sided(row, side));
    return hit === opened ? [row, ...membersOf(index, entry)] : [row];
  });
}

/** @param {Hit} hit */
function sidesOf({ side }) {
  return side ? [side] : BOTH;
}

/**
 * @param {Entry} entry
 * @param {string} matched
 * @returns {Row}
 */
function rowFor({ kind, id, name, badge }, matched) {
  const said = plain(matched) === plain(name) || plain(matched) === plain(id) ? "" : matched;
  return { kind, id, side: null, name, badge: tr(badge ?? BADGES[kind]), because: said, under: "" };
}

/**
 * @param {Row} row
 * @param {Side} side
 * @returns {Row}
 */
function sided(row, side) {
  return { ...row, side, name: filled(YOURS[side], row.name) };
}

/**
 * @param {Index} index
 * @param {Entry} group
 */
function membersOf({ entries }, { name, members = [] }) {
  return members.flatMap((id) => {
    const muscle = entries.find((entry) => entry.kind === "muscle" && entry.id === id);
    return muscle ? [{ ...rowFor(muscle, muscle.name), under: name }] : [];
  });
}

/**
 * Where the chosen row is after a key; -1 is none. Null for a key that does not move it.
 * @param {string} key
 * @param {number} active
 * @param {number} count
 */
export function moved(key, active, count) {
  if (!count) return null;
  if (key === "ArrowDown") return active >= count - 1 ? 0 : active + 1;
  if (key === "ArrowUp") return active <= 0 ? count - 1 : active - 1;
  if (active < 0) return null; // then Home and End move in the text
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

/**
 * @param {Row} row
 * @param {number} seq
 * @returns {Choice}
 */
export function choiceOf({ kind, id, side }, seq) {
  return { seq, kind, id, side };
}

/**
 * Whether the page speaks another language than the names of a kind.
 * @param {Kind} kind
 */
export function isNamedInEnglish(kind) {
  return ENGLISH.has(kind) && !isEnglish();
}

/**
 * What is said aloud about the list.
 * @param {number} count
 */
export function counted(count) {
  if (!count) return tr("Nothing found");
  return filled(count === 1 ? later("{} answer") : later("{} answers"), count);
}
