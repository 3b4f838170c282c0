/** @import { Texture } from "./pure/data.d.ts" */

import { feelingOf, QUALITIES } from "./pure/feelings.js";
import { motifOf, SLOTS, TEXTURES, textureOf } from "./pure/slots.js";
import { element } from "./svg.js";

/**
 * Dots and lines of painted zones for each slot, and the figures of areas that are no muscle's.
 * @param {SVGDefsElement} defs
 * @param {number} height of the scene
 * @param {number} unit path units in a unit of the shapes that the textures fill
 */
export function drawTextures(defs, height, unit) {
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const { dots, lines } = textureOf(slot, height / 110 / unit);
    const dotted = pattern(defs, `bc-dots-${slot}`, dots);
    element("circle", { cx: dots.centre, cy: dots.centre, r: dots.radius, class: `dot slot-${slot}` }, dotted);
    const lined = pattern(defs, `bc-lines-${slot}`, lines);
    element("rect", { width: lines.size, height: lines.size, class: `ground slot-${slot}` }, lined);
    element("path", { d: lines.d, class: `line slot-${slot}`, "stroke-width": lines.width }, lined);
    for (const texture of TEXTURES) drawAreas(defs, texture, slot, height / 110 / unit);
  }
  for (const quality of QUALITIES) {
    const { size, d, width } = feelingOf(quality, height / 110);
    const tile = pattern(defs, `bc-feel-${quality}`, { angle: 0, size });
    element("path", { d, transform: `scale(${size})`, class: "feel-line", "stroke-width": width }, tile);
  }
}

/** @type {(defs: SVGDefsElement, texture: Texture, slot: number, step: number) => void} */
function drawAreas(defs, texture, slot, step) {
  const { size, d, width } = motifOf(texture, slot, step);
  for (const level of /** @type {const} */ (["primary", "spillover"])) {
    const tile = pattern(defs, areaId(texture, level, slot), { angle: 0, size });
    if (level === "primary") element("rect", { width: size, height: size, class: `ground slot-${slot}` }, tile);
    const figure = { d, transform: `scale(${size})`, class: `line slot-${slot}`, "stroke-width": width[level] };
    element("path", figure, tile);
  }
}

/**
 * The name of what an area's zones of a level are filled with.
 * @param {Texture} texture
 * @param {string} level
 * @param {number} slot
 */
export function areaId(texture, level, slot) {
  return `bc-${texture}-${level}-${slot}`;
}

/** @type {(defs: SVGDefsElement, id: string, texture: { angle: number, size: number }) => SVGPatternElement} */
function pattern(defs, id, { angle, size }) {
  const tile = { width: size, height: size, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${angle})` };
  return element("pattern", { id, ...tile }, defs);
}
