// A layer over the body: the cores of all nerve roots, or of all nerves, each with its colour and its label.

/** @import { Drawing } from "./page.d.ts" */
/** @import { Browse, Cell, Layer, LabelPlace } from "./pure/data.d.ts" */

import { linesOf, placesFor } from "./pure/labels.js";
import { element, isPhone } from "./svg.js";

const SIZE = 12; // px of a label
const SIZE_ON_PHONE = 11;
const LINE = 1.08; // of the size
const GAP = 1; // px between two labels

/** @typedef {{ text: SVGTextElement, lines: string[], places: [number, number][], room: number, first: boolean }} Drawn */

export class LayerOver {
  #shown = "";
  /** @type {Drawn[]} */
  #labels = [];

  /**
   * @param {HTMLElement} root
   * @param {Drawing} drawing
   * @param {Record<string, Layer>} layers
   * @param {AbortSignal} signal
   */
  constructor(root, drawing, layers, signal) {
    this.root = root;
    this.drawing = drawing;
    this.layers = layers;
    this.pen = document.createElement("canvas").getContext("2d");
    this.over = element("g", { class: "layer-labels", "aria-hidden": "true" }, drawing.svg);
    this.under = drawing.panels.map(({ paint }) => {
      const group = element("g", { class: "layer" });
      const clip = paint.getAttribute("clip-path");
      if (clip) group.setAttribute("clip-path", clip);
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
      root.classList.remove("layered");
      delete root.dataset.layer;
    });
  }

  /** @param {Browse} [browse] */
  take(browse) {
    const layer = browse && Object.hasOwn(this.layers, browse.layer) ? this.layers[browse.layer] : null;
    this.root.classList.toggle("layered", layer !== null);
    this.root.dataset.layer = layer ? (browse?.layer ?? "") : "";
    const shown = JSON.stringify(layer && browse);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.over.replaceChildren();
    this.#labels = [];
    for (const group of this.under) group.replaceChildren();
    if (layer) for (const cell of layer.cells) this.draw(cell, layer, browse?.chosen ?? "");
    for (const group of this.under) group.append(...group.querySelectorAll(".chosen"));
    this.#labels.sort((one, other) => Number(other.first) - Number(one.first) || other.room - one.room);
    this.place();
  }

  /** @type {(cell: Cell, layer: Layer, chosen: string) => void} */
  draw({ ids, colour, views }, { names }, chosen) {
    const first = ids.includes(chosen);
    const lines = linesOf(ids.map((id) => names[id]).join(" · "));
    const unit = this.drawing.scene.patterns.units.shapes;
    for (const { panel, index } of this.drawing.panels) {
      const drawn = views[panel.view];
      if (!drawn) continue;
      const name = `cell layer-${colour}${first ? " chosen" : ""}`;
      const shape = { d: drawn.d, class: name, transform: `scale(${unit})`, "data-cell": ids.join(" ") };
      element("path", { ...shape, "fill-rule": "evenodd" }, this.under[index]);
      const signs = Object.values(panel.sides);
      const sign = signs.length === 1 ? signs[0] : 1;
      for (const places of drawn.labels) {
        const text = element("text", { class: first ? "label chosen" : "label" }, this.over);
        text.dataset.cell = ids.join(" ");
        for (const line of lines) element("tspan", {}, text).textContent = line;
        /** @type {(place: LabelPlace) => [number, number]} */
        const at = ([x, y]) => [panel.at[0] + x * sign, panel.at[1] + y];
        this.#labels.push({ text, lines, places: places.map(at), room: places[0][2], first });
      }
    }
  }

  /** Labels keep their size in pixels; those that would lie over others wait until there is room. */
  place() {
    const scale = this.drawing.svg.getScreenCTM()?.a;
    if (!scale || !this.pen) return;
    const size = isPhone() ? SIZE_ON_PHONE : SIZE;
    this.pen.font = `600 ${size}px ${getComputedStyle(this.root).fontFamily}`;
    const pen = this.pen;
    const sized = this.#labels.map(({ lines, places }) => ({
      width: Math.max(...lines.map((line) => pen.measureText(line).width)) / scale,
      height: (lines.length * LINE * size) / scale,
      places,
    }));
    for (const [number, at] of placesFor(sized, GAP / scale).entries()) {
      const { text, places } = this.#labels[number];
      text.toggleAttribute("hidden", at < 0);
      text.style.display = at < 0 ? "none" : "";
      if (at >= 0) this.write(text, places[at], size / scale);
    }
  }

  /** @type {(text: SVGTextElement, at: [number, number], size: number) => void} */
  write(text, [x, y], size) {
    text.setAttribute("font-size", String(size));
    const lines = [...text.children];
    for (const [number, line] of lines.entries()) {
      line.setAttribute("x", String(x));
      line.setAttribute("y", String(y + ((number - (lines.length - 1) / 2) * LINE + 0.36) * size));
    }
  }
}
