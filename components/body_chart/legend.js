/** @import { MarksMap, Pattern } from "./pure/data.d.ts" */

import { legendOf } from "./pure/legend.js";
import { swatchOf } from "./pure/slots.js";
import { element, part } from "./svg.js";

/**
 * Says beside the picture what is painted.
 * @param {HTMLElement} root
 * @param {Pattern[]} patterns
 * @param {MarksMap | null} map
 */
export function explain(root, patterns, map) {
  const legend = part(root, ".legend.patterns");
  const says = legendOf(patterns, map);
  part(root, ".legend.map").hidden = !says.map;
  legend.hidden = !says.patterns;
  legend.classList.toggle("felt", says.felt);
  part(legend, ".titles").replaceChildren(...says.titles.map(titleOf));
}

/** @type {(title: { text: string, slot: number | null }) => HTMLElement} */
function titleOf({ text, slot }) {
  const title = document.createElement("strong");
  title.className = "title";
  title.textContent = text;
  if (slot === null) return title;
  const picture = element("svg", { viewBox: "0 0 44 14", "aria-hidden": "true", class: `swatch slot-${slot}` });
  element("rect", { width: 28, height: 14, rx: 3, class: "ground" }, picture);
  element("path", { d: swatchOf(slot), class: "line" }, picture);
  element("path", { d: "M33 3L41 11M41 3L33 11", class: "key-cross" }, picture);
  title.prepend(picture);
  return title;
}
