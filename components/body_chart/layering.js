// A layer over the body: the cores of all nerve roots, or of all nerves, each with its colour and its label.

/** @import { Drawing, DrawnPanel } from "./page.d.ts" */
/** @import { Browse, Cell, LabelPlace } from "./pure/data.d.ts" */
/** @import { Anchor, Box, Placed } from "./pure/labels.js" */

import { linesOf, placesFor } from "./pure/labels.js";
import { sidesOf } from "./pure/regions.js";
import { element, isPhone } from "./svg.js";

const SIZE = 12; // px of a label
const SIZE_ON_PHONE = 11;
const LINE = 1.08; // of the size
const HALO = 0.26; // of the size
const APART = 1; // px between two labels
const REACH = 100; // px beside its place that a label may stand
const REACH_ON_PHONE = 24;
const NARROW = 5; // letters in a line of a label where there is little room

/** @typedef {{ cell: Cell, places: LabelPlace[], drawn: DrawnPanel, first: boolean }} Wanted */

export class LayerOver {
  #shown = "";
  /** @type {Wanted[]} */
  #labels = [];

  /**
   * @param {HTMLElement} root
   * @param {Drawing} drawing
   * @param {Record<string, Cell[]>} layers
   * @param {AbortSignal} signal
   */
  constructor(root, drawing, layers, signal) {
    this.root = root;
    this.drawing = drawing;
    this.layers = layers;
    this.pen = document.createElement("canvas").getContext("2d");
    this.over = element("g", { class: "layer-labels", "aria-hidden": "true" }, drawing.svg);
    this.under = drawing.panels.map(({ paint }) => {
      const group = element("g", { class: "layer", "clip-path": paint.getAttribute("clip-path") ?? "none" });
      paint.before(group);
      return group;
    });
    const zooming = new MutationObserver(() => this.place());
    zooming.observe(drawing.svg, { attributeFilter: ["viewBox"] });
    const resizing = new ResizeObserver(() => this.place());
    resizing.observe(drawing.stage);
    signal.addEventListener("abort", () => {
      zooming.disconnect();
      resizing.disconnect();
    });
  }

  /** @param {Browse} [browse] */
  take(browse) {
    const cells = browse && Object.hasOwn(this.layers, browse.layer) ? this.layers[browse.layer] : null;
    const shown = JSON.stringify(cells && [browse?.layer, browse?.chosen]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.root.classList.toggle("layered", cells !== null);
    this.#labels = [];
    for (const group of this.under) group.replaceChildren();
    for (const cell of cells ?? []) this.draw(cell, cell.ids.includes(browse?.chosen ?? ""));
    for (const group of this.under) group.append(...group.querySelectorAll(".chosen"));
    /** @type {(label: Wanted) => number} */
    const room = ({ places }) => places[0][2];
    this.#labels.sort((one, other) => Number(other.first) - Number(one.first) || room(other) - room(one));
    this.place();
  }

  /** @type {(cell: Cell, first: boolean) => void} */
  draw(cell, first) {
    for (const drawn of this.drawing.panels) {
      const here = cell.views[drawn.panel.view];
      if (!here) continue;
      const transform = `scale(${this.drawing.scene.patterns.units.shapes})`;
      const name = `cell layer-${cell.colour}${first ? " chosen" : ""}`;
      const shape = { d: here.d, class: name, transform, "fill-rule": "evenodd", "data-cell": cell.ids.join(" ") };
      element("path", shape, this.under[drawn.index]);
      for (const places of here.labels) this.#labels.push({ cell, places, drawn, first });
    }
  }

  /** Labels keep their size in pixels; those without room wait until there is some. */
  place() {
    const { svg } = this.drawing;
    const matrix = svg.getScreenCTM();
    this.over.replaceChildren();
    if (!matrix || !this.pen || !this.#labels.length) return;
    const [size, reach] = isPhone() ? [SIZE_ON_PHONE, REACH_ON_PHONE] : [SIZE, REACH];
    this.pen.font = `600 ${size}px ${getComputedStyle(this.root).fontFamily}`;
    const labels = this.#labels.map((label) => {
      const ways = [linesOf(label.cell.label), linesOf(label.cell.label, NARROW)];
      const sizes = ways.map((lines) => this.sizeOf(lines, size));
      const anchors = label.places.map((place) => this.anchorOf(place, label.drawn, matrix));
      const group = `${label.drawn.index} ${label.cell.label}`;
      return { ...label, ways, sizes, anchors, group, reach, frame: this.frameOf(label.drawn, matrix) };
    });
    const placed = placesFor(labels, this.obstacles(), APART);
    const back = matrix.inverse();
    for (const [number, at] of placed.entries()) {
      const { ways, cell, first } = labels[number];
      if (at) this.write(ways[at.size], at, { cell, first, size, back });
    }
  }

  /** @type {(lines: string[], size: number) => { width: number, height: number }} */
  sizeOf(lines, size) {
    const widths = lines.map((line) => this.pen?.measureText(line).width ?? 0);
    return { width: Math.max(...widths), height: lines.length * LINE * size };
  }

  /**
   * What labels of a panel keep within: halfway to its neighbours, and the stage.
   * @type {(drawn: DrawnPanel, matrix: DOMMatrix) => Box}
   */
  frameOf({ panel }, matrix) {
    const { stage, panels } = this.drawing;
    const { left, right, top, bottom } = stage.getBoundingClientRect();
    /** @type {(x: number) => number} */
    const across = (x) => new DOMPoint(x, 0).matrixTransform(matrix).x;
    const [own, row] = panel.captionAt;
    const beside = panels.map((other) => other.panel.captionAt).filter(([x, y]) => y === row && x !== own);
    const middles = beside.map(([x]) => across((x + own) / 2));
    const from = Math.max(left, ...middles.filter((x) => x < across(own)));
    const to = Math.min(right, ...middles.filter((x) => x > across(own)));
    return boxAround(from, to, top, bottom);
  }

  /** What labels keep clear of: the buttons and the captions. */
  obstacles() {
    const nodes = this.root.querySelectorAll(".looks button, .named, text.caption");
    const rects = [...nodes].map((node) => node.getBoundingClientRect());
    return rects.map(({ left, right, top, bottom }) => boxAround(left, right, top, bottom));
  }

  /** @type {(place: LabelPlace, drawn: DrawnPanel, matrix: DOMMatrix) => Anchor} */
  anchorOf([x, y, room], { panel }, matrix) {
    const sides = sidesOf(panel);
    const sign = sides.length === 1 ? sides[0][1] : 1;
    const at = new DOMPoint(panel.at[0] + x * sign, panel.at[1] + y).matrixTransform(matrix);
    return { x: at.x, y: at.y, room: room * matrix.a, out: x * sign < 0 ? -1 : 1 };
  }

  /** @type {(lines: string[], at: Placed, how: { cell: Cell, first: boolean, size: number, back: DOMMatrix }) => void} */
  write(lines, { x, y, from }, { cell, first, size, back }) {
    const middle = new DOMPoint(x, y).matrixTransform(back);
    const unit = size * back.a;
    if (from) {
      const start = new DOMPoint(from.x, from.y).matrixTransform(back);
      const end = new DOMPoint(x + (from.x < x ? -1 : 1) * (this.sizeOf(lines, size).width / 2), y).matrixTransform(
        back,
      );
      element("path", { d: `M${start.x} ${start.y}L${end.x} ${end.y}`, class: "leader" }, this.over);
      element("circle", { cx: start.x, cy: start.y, r: unit / 6, class: "leader" }, this.over);
    }
    const name = first ? "label chosen" : "label";
    const text = { class: name, "font-size": unit, "stroke-width": unit * HALO, "data-cell": cell.ids.join(" ") };
    const label = element("text", text, this.over);
    for (const [number, line] of lines.entries()) {
      const down = (number - (lines.length - 1) / 2) * LINE + 0.36;
      element("tspan", { x: middle.x, y: middle.y + down * unit }, label).textContent = line;
    }
  }
}

/** @type {(left: number, right: number, top: number, bottom: number) => Box} */
function boxAround(left, right, top, bottom) {
  return [(left + right) / 2, (top + bottom) / 2, right - left, bottom - top];
}
