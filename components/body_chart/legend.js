/** @import { MarksMap, Pattern, Texture } from "./pure/data.d.ts" */

import { legendOf } from "./pure/legend.js";
import { areaSwatchOf, swatchOf } from "./pure/slots.js";
import { element, part } from "./svg.js";

/**
 * Says beside the picture what is painted.
 * @param {HTMLElement} root
 * @param {Pattern[]} patterns
 * @param {MarksMap | null} map
 * @param {Record<Texture, string>} said what an area is, by texture
 */
export function explain(root, patterns, map, said) {
  const legend = part(root, ".legend.patterns");
  const says = legendOf(patterns, map, said);
  part(root, ".legend.map").hidden = !says.map;
  legend.hidden = !says.patterns;
  legend.classList.toggle("felt", says.felt);
  legend.classList.toggle("areas", says.areas);
  part(legend, ".titles").replaceChildren(...says.titles.map(titleOf));
}

/** @type {(title: { text: string, slot: number | null, texture?: Texture }) => HTMLElement} */
function titleOf({ text, slot, texture }) {
  const title = document.createElement("strong");
  title.className = "title";
  title.textContent = text;
  if (slot === null) return title;
  const name = `swatch slot-${slot}${texture ? " area" : ""}`;
  const picture = element("svg", { viewBox: `0 0 ${texture ? 28 : 44} 14`, "aria-hidden": "true", class: name });
  element("rect", { width: 28, height: 14, rx: 3, class: "ground" }, picture);
  if (texture) {
    for (const tile of areaSwatchOf(texture, slot)) element("path", { ...tile, class: "line" }, picture);
  } else {
    element("path", { d: swatchOf(slot), class: "line" }, picture);
    element("path", { d: "M33 3L41 11M41 3L33 11", class: "key-cross" }, picture);
  }
  title.prepend(picture);
  return title;
}
