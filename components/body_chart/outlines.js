// What is drawn over the painted body: the outlines of the marks, and those of the places with focus and pointer.

/** @import { Drawing, Region } from "./page.d.ts" */
/** @import { Quality } from "./pure/data.d.ts" */

import { copyOf } from "./drawing.js";

/**
 * The outlines of the marks and how they feel, below the crosses and instead of those drawn until now.
 * @param {Drawing} drawing
 * @param {{ has(mark: string): boolean }} marks
 * @param {Record<string, Quality>} [felt]
 */
export function drawMarks(drawing, marks, felt = {}) {
  clearLines(drawing, ".mark-feel, .mark-halo, .mark-line");
  for (const { key, path } of drawing.regions) {
    path.setAttribute("aria-selected", String(marks.has(key)));
    path.classList.toggle("marked", marks.has(key));
  }
  const marked = drawing.regions.filter((region) => marks.has(region.key));
  for (const { over } of drawing.panels) {
    const here = marked.filter((region) => region.drawn.over === over);
    const lines = ["mark-halo", "mark-line"].flatMap((name) => here.map((region) => copyOf(region, null, name)));
    const feelings = here.filter(({ key }) => felt[key]).map((region) => feelingIn(region, felt[region.key]));
    over.prepend(...feelings, ...lines);
  }
}

/** @type {(region: Region, quality: Quality) => SVGElement} */
function feelingIn(region, quality) {
  const filled = copyOf(region, null, "mark-feel");
  filled.setAttribute("fill", `url(#bc-feel-${quality})`);
  return filled;
}

/**
 * @param {Drawing} drawing
 * @param {Region | null} active
 * @param {Region | null} hovered
 */
export function drawFocus(drawing, active, hovered) {
  clearLines(drawing, ".hover-line, .focus-line");
  if (active) copyOf(active, active.drawn.over, "focus-line");
  if (hovered) copyOf(hovered, hovered.drawn.over, "hover-line");
}

/**
 * @param {Drawing} drawing
 * @param {string} selector
 */
export function clearLines(drawing, selector) {
  for (const { over } of drawing.panels) {
    for (const line of over.querySelectorAll(selector)) line.remove();
  }
}
