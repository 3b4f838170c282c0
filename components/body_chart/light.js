// Soft light on the drawn body: one gradient for each tint of muscle and one for the hair, for all shapes together.

import { element } from "./svg.js";

const TINTS = 5;
const STOPS = ["lit", "own", "dim"];

/** @param {SVGDefsElement} defs */
export function drawLight(defs) {
  for (let tint = 0; tint < TINTS; tint++) gradient(defs, `bc-tint-${tint}`, { x2: 1, y2: 0.45 }, `tone-${tint}`);
  const hair = { class: "tone-hair", cx: 0.48 };
  stops(element("radialGradient", { id: "bc-hair", ...hair, cy: -0.1, r: 0.8 }, defs));
  stops(element("radialGradient", { id: "bc-hair_side", ...hair, cy: 0.2, r: 0.82 }, defs));
}

/** @type {(defs: SVGDefsElement, id: string, to: Record<string, number>, name: string) => void} */
function gradient(defs, id, to, name) {
  stops(element("linearGradient", { id, x1: 0, y1: 0, ...to, class: name }, defs));
}

/** @param {SVGGradientElement} light */
function stops(light) {
  STOPS.forEach((stop, at) => {
    element("stop", { offset: at / (STOPS.length - 1), class: stop }, light);
  });
}
