// Painting over the drawn body: patterns in up to four slots of colour and texture, or the map of the marks.

/** @import { Drawing, DrawnPanel, Region } from "./page.d.ts" */
/** @import { Cross, MarksMap, Pattern } from "./pure/data.d.ts" */

import { copyOf } from "./drawing.js";
import { crossPath } from "./pure/regions.js";
import { shadeOf } from "./pure/slots.js";
import { element } from "./svg.js";

/**
 * Everything painted until now makes room for these.
 * @param {Drawing} drawing
 * @param {Pattern[]} patterns
 * @param {MarksMap | null} map
 */
export function paintBody(drawing, patterns, map) {
  for (const drawn of drawing.panels) {
    drawn.paint.replaceChildren();
    const here = drawing.regions.filter((region) => region.drawn === drawn);
    if (map) shadeRegions(map, here, drawn);
    for (const pattern of patterns) paintPattern(pattern, here, drawn);
  }
}

/** @type {(pattern: Pattern, here: Region[], drawn: DrawnPanel) => void} */
function paintPattern(pattern, here, drawn) {
  paintMuscle(pattern, drawn, "muscle-outline");
  const spillover = here.filter((region) => pattern.spillover.includes(region.key));
  paintSpillover(spillover, drawn, pattern.slot);
  const primary = element("g", { class: "primary" }, drawn.paint);
  if (!pattern.slot) primary.setAttribute("filter", "url(#bc-soft)");
  for (const region of here) {
    if (pattern.primary.includes(region.key)) copyOf(region, primary, `zone slot-${pattern.slot}`);
  }
  paintMuscle(pattern, drawn, "muscle-edge");
}

/**
 * Dots cannot be blurred, so their edge fades out through a blurred mask of the same regions.
 * @type {(regions: Region[], drawn: DrawnPanel, slot: number) => void}
 */
function paintSpillover(regions, drawn, slot) {
  if (!regions.length) return;
  const id = `bc-fade-${drawn.index}-${slot}`;
  const fade = element("g", { class: "fade", filter: "url(#bc-soft)" }, element("mask", { id }, drawn.paint));
  const dots = element("g", { class: "spillover", mask: `url(#${id})` }, drawn.paint);
  for (const region of regions) {
    copyOf(region, fade, "zone");
    copyOf(region, dots, `zone slot-${slot}`);
  }
}

/** @type {(pattern: Pattern, drawn: DrawnPanel, name: string) => void} */
function paintMuscle(pattern, drawn, name) {
  const outline = pattern.muscle[drawn.panel.view];
  const sign = drawn.panel.sides[pattern.side];
  if (!outline || sign === undefined) return;
  element("path", { d: outline, transform: `scale(${sign * drawn.flip} 1)`, class: name }, drawn.paint);
}

/** @type {(map: MarksMap, here: Region[], drawn: DrawnPanel) => void} */
function shadeRegions(map, here, drawn) {
  const layer = element("g", { class: "shades" }, drawn.paint);
  for (const region of here) {
    const shade = shadeOf(map.counts[region.key] ?? 0);
    if (shade) copyOf(region, layer, `shade shade-${shade}`);
  }
}

/**
 * A cross that can be clicked for each trigger point.
 * @param {Drawing} drawing
 * @param {Cross[]} crosses
 */
export function drawCrosses(drawing, crosses) {
  for (const cross of crosses) {
    for (const drawn of drawing.panels) {
      const at = cross.points[drawn.panel.view];
      const sign = drawn.panel.sides[cross.side];
      if (at && sign !== undefined) drawCross(drawing, cross, at[0] * sign * drawn.flip, at[1], drawn.over);
    }
  }
}

/** @type {(drawing: Drawing, cross: Cross, x: number, y: number, parent: Element) => void} */
function drawCross(drawing, cross, x, y, parent) {
  const arm = (drawing.scene.box[3] / 130) * (cross.size ?? 1);
  const d = crossPath(x, y, arm);
  element("path", { d, class: "cross-halo" }, parent);
  element("path", { d, class: "cross" }, parent);
  const hit = element("circle", { cx: x, cy: y, r: arm * 1.7, class: "cross-hit" }, parent);
  element("title", {}, hit).textContent = cross.title;
  drawing.crossOf.set(hit, cross);
}

/**
 * The cross at a place of the window, or undefined.
 * @type {(drawing: Drawing, x: number, y: number) => Cross | undefined}
 */
export function crossAt(drawing, x, y) {
  const element = document.elementFromPoint(x, y);
  return element ? drawing.crossOf.get(element) : undefined;
}
