import { SLOTS, textureOf } from "./pure/slots.js";
import { element } from "./svg.js";

/**
 * The soft edge of painted zones, and dots and lines for each slot.
 * @param {SVGDefsElement} defs
 * @param {number} height of the scene
 * @param {number} unit path units in a unit of the shapes that the textures fill
 */
export function drawTextures(defs, height, unit) {
  const soft = element("filter", { id: "bc-soft", x: "-30%", y: "-30%", width: "160%", height: "160%" }, defs);
  element("feGaussianBlur", { stdDeviation: height / 320 }, soft);
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const { dots, lines } = textureOf(slot, height / 110 / unit);
    const dotted = pattern(defs, `bc-dots-${slot}`, dots);
    element("circle", { cx: dots.centre, cy: dots.centre, r: dots.radius, class: `dot slot-${slot}` }, dotted);
    const lined = pattern(defs, `bc-lines-${slot}`, lines);
    element("rect", { width: lines.size, height: lines.size, class: `ground slot-${slot}` }, lined);
    element("path", { d: lines.d, class: `line slot-${slot}`, "stroke-width": lines.width }, lined);
  }
}

/** @type {(defs: SVGDefsElement, id: string, texture: { angle: number, size: number }) => SVGPatternElement} */
function pattern(defs, id, { angle, size }) {
  const tile = { width: size, height: size, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${angle})` };
  return element("pattern", { id, ...tile }, defs);
}
