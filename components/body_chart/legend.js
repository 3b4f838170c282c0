/** @import { MarksMap, Pattern, Quality, Texture } from "./pure/data.d.ts" */

import { feelingOf } from "./pure/feelings.js";
import { legendOf } from "./pure/legend.js";
import { areaSwatchOf, swatchOf } from "./pure/slots.js";
import { element, part } from "./svg.js";

/**
 * Says beside the picture what is painted.
 * @param {HTMLElement} root
 * @param {Pattern[]} patterns
 * @param {MarksMap | null} map
 * @param {Record<Texture, string>} said what an area is, by texture
 * @param {boolean} through whether a muscle is drawn that lies deeper
 */
export function explain(root, patterns, map, said, through) {
  const legend = part(root, ".legend.patterns");
  const says = legendOf(patterns, map, said, through);
  part(root, ".legend.map").hidden = !says.map;
  legend.hidden = !says.patterns;
  legend.classList.toggle("felt", says.felt);
  legend.classList.toggle("areas", says.areas);
  legend.classList.toggle("through", says.through);
  part(legend, ".titles").replaceChildren(...says.titles.map(titleOf));
}

/**
 * Says what the textures of the marks mean.
 * @param {HTMLElement} root
 * @param {Quality[]} qualities
 * @param {Record<Quality, string>} said
 */
export function explainFeelings(root, qualities, said) {
  const legend = part(root, ".legend.feelings");
  if (legend.dataset.shown === qualities.join()) return;
  legend.dataset.shown = qualities.join();
  legend.hidden = qualities.length === 0;
  legend.replaceChildren(...qualities.map((quality) => feelingKey(quality, said[quality])));
}

/** @type {(quality: Quality, text: string) => HTMLElement} */
function feelingKey(quality, text) {
  const key = document.createElement("span");
  key.textContent = text;
  const picture = element("svg", { viewBox: "0 0 14 14", "aria-hidden": "true" });
  const { d, width } = feelingOf(quality, 1);
  element("path", { d, transform: "scale(14)", class: "feel-line", "stroke-width": width }, picture);
  key.prepend(picture);
  return key;
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
