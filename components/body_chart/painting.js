// Painting over the drawn body: patterns in up to four slots of colour and texture, or the map of the marks.

/** @import { Drawing, DrawnPanel, Region } from "./page.d.ts" */
/** @import { Cross, MarksMap, Pattern } from "./pure/data.d.ts" */

import { copyOf } from "./drawing.js";
import { clearLines } from "./outlines.js";
import { muscleIn, pointOf, shapesIn } from "./pure/patterns.js";
import { crossPath } from "./pure/regions.js";
import { shadeOf } from "./pure/slots.js";
import { element } from "./svg.js";
import { areaId } from "./textures.js";

// What a soft edge is made of: lines under the filling, the broadest and faintest first. A filter would cost a phone a frame.
const EDGES = ["zone-edge edge-3", "zone-edge edge-2", "zone-edge edge-1"];

/**
 * Everything painted until now makes room for these.
 * @param {Drawing} drawing
 * @param {Pattern[]} patterns
 * @param {MarksMap | null} map
 */
export function paintBody(drawing, patterns, map) {
  for (const drawn of drawing.panels) {
    drawn.paint.replaceChildren();
    if (map) shadeRegions(map, regionsIn(drawing, drawn), drawn);
    for (const pattern of patterns) {
      if (pattern.primary) paintPlaces(pattern, pattern.primary, regionsIn(drawing, drawn), drawn);
      else paintPattern(drawing, pattern, drawn);
    }
  }
}

/** @type {(drawing: Drawing, drawn: DrawnPanel) => Region[]} */
function regionsIn(drawing, drawn) {
  return drawing.regions.filter((region) => region.drawn === drawn);
}

/** @type {(drawing: Drawing, pattern: Pattern, drawn: DrawnPanel) => void} */
function paintPattern({ scene }, pattern, drawn) {
  const point = pointOf(scene.patterns, pattern.id);
  if (!point) return;
  const { panel, flip, paint } = drawn;
  const own = panel.sides[pattern.side];
  const outlines = own === undefined ? [] : muscleIn(scene, point, panel.view);
  /** @type {(name: string) => void} */
  const paintMuscle = (name) => {
    for (const { d, unit, through } of outlines) {
      const transform = scaled((own ?? 1) * flip, unit);
      const kind = `${name} slot-${pattern.slot}${through ? " through" : ""}`;
      element("path", { d, transform, class: kind, "fill-rule": "evenodd" }, paint);
    }
  };
  paintMuscle("muscle-outline");
  const { primary, spillover, sign } = shapesIn(scene.patterns, point, panel, pattern.side);
  const transform = scaled(sign * flip, scene.patterns.units.shapes);
  for (const [level, d] of [
    ["spillover", spillover],
    ["primary", primary],
  ]) {
    if (!d) continue;
    const layer = element("g", { class: pattern.texture ? level : `${level} soft` }, paint);
    for (const name of level === "primary" ? [...EDGES, "zone"] : ["zone-edge edge-1", "zone"]) {
      const shape = element(
        "path",
        { d, transform, class: `${name} slot-${pattern.slot}`, "fill-rule": "evenodd" },
        layer,
      );
      if (pattern.texture) fillArea(shape, name, areaId(pattern.texture, level, pattern.slot));
    }
  }
  paintMuscle("muscle-edge");
}

/** @type {(shape: SVGPathElement, name: string, filling: string) => void} */
function fillArea(shape, name, filling) {
  shape.setAttribute("class", `${shape.getAttribute("class")} area`);
  if (name === "zone") shape.setAttribute("style", `fill: url(#${filling}); fill-opacity: 1`);
}

/** @type {(sign: number, unit: number) => string} */
function scaled(sign, unit) {
  return `scale(${sign * unit} ${unit})`;
}

/** @type {(pattern: Pattern, places: string[], here: Region[], drawn: DrawnPanel) => void} */
function paintPlaces(pattern, places, here, drawn) {
  const layer = element("g", { class: "primary soft" }, drawn.paint);
  const felt = here.filter((region) => places.includes(region.key));
  for (const name of [...EDGES, "zone"]) {
    for (const region of felt) copyOf(region, layer, `${name} slot-${pattern.slot}`);
  }
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
 * A cross that can be clicked for each trigger point, instead of those drawn until now.
 * @param {Drawing} drawing
 * @param {(Cross | Pattern)[]} crosses
 */
export function drawCrosses(drawing, crosses) {
  clearLines(drawing, ".cross-halo, .cross, .cross-hit");
  for (const cross of crosses) {
    const point = pointOf(drawing.scene.patterns, cross.id);
    for (const drawn of drawing.panels) {
      const at = point?.[5][drawn.panel.view];
      const sign = drawn.panel.sides[cross.side];
      if (at && sign !== undefined) drawCross(drawing, cross, at[0] * sign * drawn.flip, at[1], drawn.over);
    }
  }
}

/** @type {(drawing: Drawing, cross: Cross | Pattern, x: number, y: number, parent: Element) => void} */
function drawCross(drawing, cross, x, y, parent) {
  const arm = (drawing.scene.box[3] / 130) * (cross.size ?? 1);
  const d = crossPath(x, y, arm);
  element("path", { d, class: "cross-halo" }, parent);
  element("path", { d, class: "slot" in cross ? `cross slot-${cross.slot}` : "cross" }, parent);
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
