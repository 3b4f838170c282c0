// The line over the picture: what lies under the pointer or has the focus, or a short message.

/** @import { Region } from "./page.d.ts" */

import { later, tr } from "../words.js";

/** @type {Record<string, string>} */
const LEVELS = { primary: later("mainly felt"), spillover: later("can spill over") };

/**
 * @param {Iterable<string>} marks
 * @param {Region[]} regions those drawn, from which the names are
 */
export function namesOf(marks, regions) {
  return [...marks].map((mark) => regions.find(({ key }) => key === mark)?.label ?? tr("A place"));
}

/**
 * @param {HTMLElement} line
 * @param {Region | null} region
 * @param {boolean} marked
 */
export function sayRegion(line, region, marked) {
  const felt = LEVELS[region?.path.dataset.zone ?? ""];
  const parts = region ? [region.label, ...(marked ? [tr("marked")] : []), ...(felt ? [tr(felt)] : [])] : [];
  say(line, parts.join(" · "), region?.anatomical);
  line.classList.toggle("on", Boolean(region));
}

/**
 * @param {HTMLElement} line
 * @param {string[]} names from the surface inwards
 */
export function sayMuscles(line, names) {
  const more = names.length > 1 ? tr("Here, from the surface inwards. Click to choose.") : undefined;
  say(line, names.join(" · "), more);
}

/**
 * What is described at a place, and the place.
 * @param {HTMLElement} line
 * @param {string[]} names
 * @param {Region | null} region
 */
export function sayThings(line, names, region) {
  const nothing = tr("No record names this place. That does not mean that there is none.");
  if (names.length) say(line, names.join(" · "), region?.label);
  else say(line, region?.label ?? "", region ? nothing : undefined);
  line.classList.toggle("on", Boolean(region));
}

/**
 * @param {HTMLElement} line
 * @param {string} text
 */
export function sayNote(line, text) {
  say(line, text);
  line.classList.add("on");
}

/** @type {(line: HTMLElement, text: string, below?: string) => void} */
function say(line, text, below) {
  line.textContent = text;
  if (below === undefined) return;
  const small = document.createElement("small");
  small.textContent = below;
  line.append(small);
}
