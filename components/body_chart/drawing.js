// Drawing a scene: panels, surface, regions. See bodymap/scene.py for what a scene holds.

/** @import { Drawing, DrawnPanel, Region } from "./page.d.ts" */
/** @import { Panel, RegionShape, Scene, Side, View } from "./pure/data.d.ts" */

import { tr } from "../words.js";
import { drawLight } from "./light.js";
import { identityOf, sidesOf } from "./pure/regions.js";
import { element } from "./svg.js";
import { drawTextures } from "./textures.js";

const CAPTION_SIZE = 13; // px
const FORM = [30, 60, 90, 120, 150, 180, 210, 240]; // path units: how broad the lines are that shade the edge of the body
/** @type {Record<string, string>} */
const HANGING = { lateral: "lateral_arm" }; // the arm, in the same frame, as a faint outline that no click meets
const DARKEST = 0.32; // of the shade at the edge
const FULL_SIZE = 8000; // path units: pictures that show less have narrower shade
const BESIDE = 0.1; // share of the height by which the letters of whole figures stand lower, beside the neck

/**
 * @param {Scene} scene
 * @param {HTMLElement} stage
 * @returns {Drawing}
 */
export function drawScene(scene, stage) {
  stage.replaceChildren();
  stage.closest(".bodychart")?.setAttribute("style", `--ratio: ${scene.box[2] / scene.box[3]}`);
  const svg = element("svg", { role: "presentation", viewBox: scene.box.join(" ") }, stage);
  /** @type {Drawing} */
  const drawing = { scene, stage, svg, panels: [], regions: [], regionOf: new WeakMap(), crossOf: new WeakMap() };
  const defs = element("defs", {}, svg);
  drawTextures(defs, scene.box[3], scene.patterns.units.shapes);
  drawLight(defs);
  drawing.panels = scene.panels.map((panel, index) => drawPanel(drawing, panel, index, defs));
  return drawing;
}

/**
 * Whether two scenes are the same: the same layout of the same figure, in which the same can be chosen.
 * @param {Scene} one
 * @param {Scene} other
 */
export function isSameScene(one, other) {
  const alike = one.id === other.id && one.figure === other.figure;
  return alike && one.language === other.language && !one.anatomy === !other.anatomy && !one.layers === !other.layers;
}

/** @type {(drawing: Drawing, panel: Panel, index: number, defs: SVGDefsElement) => DrawnPanel} */
function drawPanel(drawing, panel, index, defs) {
  const view = drawing.scene.views[panel.view];
  const clip = `bc-clip-${index}`;
  element("path", { d: view.skin }, element("clipPath", { id: clip }, defs));
  const group = element("g", { transform: `translate(${panel.at.join(" ")})` }, drawing.svg);
  const sides = sidesOf(panel);
  const flip = sides.length === 1 ? sides[0][1] : 1;
  const oriented = element("g", { transform: `scale(${flip} 1)` }, group);
  const base = element("g", { class: "base" }, oriented);
  element("path", { d: view.skin, class: "skin" }, base);
  for (const [side, sign] of sides) {
    drawSurface(view, element("g", { transform: `scale(${sign * flip} 1)` }, base), side === sides[0][0]);
  }
  const clipped = element("g", { "clip-path": `url(#${clip})` }, base);
  for (const [side, sign] of sides) {
    drawDetails(view, element("g", { transform: `scale(${sign * flip} 1)` }, clipped), side === sides[0][0]);
  }
  drawForm(view, clipped, Math.min(1, drawing.scene.box[3] / FULL_SIZE));
  element("path", { d: view.skin, class: "outline" }, base);
  const arm = drawing.scene.views[HANGING[panel.view]];
  if (arm) element("path", { d: arm.skin, class: "arm" }, base);
  element("path", { d: view.skin, class: "veil" }, oriented);
  const paint = element("g", { class: "paint", "clip-path": `url(#${clip})` }, oriented);
  const hits = element("g", { class: "hits" }, oriented);
  const over = element("g", { class: "over" }, oriented);
  const drawn = { panel, index, flip, paint, over };
  for (const [side, sign] of sides) {
    const layer = element("g", { transform: `scale(${sign * flip} 1)` }, hits);
    for (const region of view.regions) {
      if (!region.midline || side === sides[0][0]) drawRegion(drawing, region, side, drawn, layer);
    }
  }
  drawCaption(drawing, panel, sides);
  return drawn;
}

/** @type {(view: View, layer: SVGGElement, first: boolean) => void} */
function drawSurface(view, layer, first) {
  for (const shape of view.surface) {
    if (shape.midline && !first) continue;
    const kind = shape.kind === "muscle" ? `muscle tint-${shape.tint}` : (shape.kind ?? "");
    element("path", { d: shape.d, class: kind, "fill-rule": "evenodd" }, layer);
  }
  for (const fibre of view.fibres) element("path", { d: fibre.d, class: "fibre" }, layer);
}

/**
 * The body grows darker towards its edge: broad lines along the skin, of which the inner halves show.
 * @type {(view: View, parent: SVGGElement, scale: number) => void}
 */
function drawForm(view, parent, scale) {
  const widths = FORM.filter((_, at) => scale < 1 || at % 2); // half of them are enough where the body is small
  const form = element("g", { class: "form", "stroke-opacity": DARKEST / widths.length }, parent);
  for (const width of widths) element("path", { d: view.skin, "stroke-width": width * scale }, form);
}

/** @type {(view: View, layer: SVGGElement, first: boolean) => void} */
function drawDetails(view, layer, first) {
  for (const shape of view.details) {
    if (shape.midline && !first) continue;
    element("path", { d: shape.d, class: `detail ${shape.open ? "open" : "closed"} detail-${shape.id}` }, layer);
  }
}

/** @type {(drawing: Drawing, shape: RegionShape, side: Side, drawn: DrawnPanel, layer: SVGGElement) => void} */
function drawRegion(drawing, shape, side, drawn, layer) {
  const called = identityOf(shape, side, drawing.scene.names[shape.id], drawn.index, drawn.panel.caption);
  const { key, label, anatomical } = called;
  const path = element(
    "path",
    {
      d: shape.d,
      class: "region",
      role: "option",
      "aria-selected": "false",
      "aria-label": called.spoken,
      id: called.element,
      "data-region": key,
      "fill-rule": "evenodd",
    },
    layer,
  );
  const transform = layer.getAttribute("transform") ?? "";
  const region = { key, id: shape.id, drawn, path, label, anatomical, transform };
  drawing.regions.push(region);
  drawing.regionOf.set(path, region);
}

/** @type {(drawing: Drawing, panel: Panel, sides: [Side, number][]) => void} */
function drawCaption({ scene, svg }, panel, sides) {
  const [x, y] = panel.captionAt;
  element("text", { x, y, class: "caption", "text-anchor": "middle" }, svg).textContent = panel.caption;
  if (sides.length < 2) return;
  for (const [side, sign] of sides) {
    const at = x + sign * scene.box[2] * 0.17;
    const below = scene.looks.length ? scene.box[3] * BESIDE : 0;
    const letter = element("text", { x: at, y: y + below, class: "caption side", "text-anchor": "middle" }, svg);
    letter.textContent = side === "left" ? tr("L") : tr("R");
    element("title", {}, letter).textContent =
      side === "left" ? tr("left side of the body") : tr("right side of the body");
  }
}

/**
 * Captions keep their size in pixels, however large the picture is.
 * @param {Drawing} drawing
 */
export function sizeText({ scene, stage, svg }) {
  const pixel = Math.max(scene.box[3] / Math.max(stage.clientHeight, 1), scene.box[2] / Math.max(stage.clientWidth, 1));
  for (const text of svg.querySelectorAll(".caption")) text.setAttribute("font-size", String(CAPTION_SIZE * pixel));
}

/**
 * The outline of a region once more, in another layer of its panel.
 * @param {Region} region
 * @param {Element | null} parent
 * @param {string} name
 */
export function copyOf(region, parent, name) {
  const d = region.path.getAttribute("d") ?? "";
  return element("path", { d, transform: region.transform, class: name, "fill-rule": "evenodd" }, parent);
}

/**
 * The middle of a region as drawn now, in pixels of the window.
 * @param {Region} region
 * @returns {[number, number]}
 */
export function centreOf(region) {
  const box = region.path.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}
