/** @import { MarksMap, Pattern } from "./pure/data.d.ts" */

import { legendOf } from "./pure/legend.js";
import { swatchOf } from "./pure/slots.js";
import { element, part, scrollTo } from "./svg.js";

/**
 * Says below the picture what is painted. On a phone the picture comes into the window when that is something new.
 * @param {HTMLElement} root
 * @param {Pattern[]} patterns
 * @param {MarksMap | null} map
 */
export function explain(root, patterns, map) {
  const legend = part(root, ".legend.patterns");
  const titles = part(legend, ".titles");
  const before = [...titles.children].map((node) => /** @type {HTMLElement} */ (node).dataset.title ?? "");
  const says = legendOf(patterns, map, before);
  part(root, ".legend.map").hidden = !says.map;
  legend.hidden = !says.patterns;
  legend.classList.toggle("felt", says.felt);
  titles.replaceChildren(...says.titles.map(titleOf));
  if (says.news && window.matchMedia("(max-width: 640px)").matches) scrollTo(root);
}

/** @type {(title: { text: string, slot: number | null }) => HTMLElement} */
function titleOf({ text, slot }) {
  const title = document.createElement("strong");
  title.className = "title";
  title.dataset.title = title.textContent = text;
  if (slot === null) return title;
  const picture = element("svg", { viewBox: "0 0 28 14", "aria-hidden": "true", class: `swatch slot-${slot}` });
  element("rect", { width: 28, height: 14, rx: 3, class: "ground" }, picture);
  element("path", { d: swatchOf(slot), class: "line" }, picture);
  title.prepend(picture);
  return title;
}
