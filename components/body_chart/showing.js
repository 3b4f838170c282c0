// What is on the body: the marks, what Python said, and instead of its chosen pattern the one of the row that is pointed at.

/** @import { Drawing } from "./page.d.ts" */
/** @import { PaintState, Pattern, Quality, State } from "./pure/data.d.ts" */

import { explain, explainFeelings } from "./legend.js";
import { drawMarks } from "./outlines.js";
import { drawCrosses, paintBody } from "./painting.js";
import { Preview } from "./previewing.js";
import { shownOf } from "./pure/feelings.js";
import { pointOf, seesThrough, withPreview } from "./pure/patterns.js";
import { isPhone, scrollTo } from "./svg.js";
import { noteZones } from "./zoning.js";

export class Showing {
  /** @type {PaintState} */
  #said = { patterns: [], map: null, crosses: null };
  #painted = "";

  /**
   * @param {HTMLElement} root
   * @param {Drawing} drawing
   * @param {() => void} onChange
   * @param {AbortSignal} signal
   */
  constructor(root, drawing, onChange, signal) {
    this.root = root;
    this.drawing = drawing;
    this.onChange = onChange;
    const known = (/** @type {string} */ id) => Boolean(pointOf(drawing.scene.patterns, id));
    this.preview = new Preview({ known, show: () => this.show(), pressed: (id) => this.pressed(id) }, signal);
  }

  /** @param {State} state */
  take({ patterns, map, crosses }) {
    const isNew = JSON.stringify([patterns, map]) !== JSON.stringify([this.#said.patterns, this.#said.map]);
    this.#said = { patterns, map, crosses };
    this.preview.settle(isNew);
    this.show();
  }

  show() {
    const { patterns: said, map, crosses } = this.#said;
    const patterns = withPreview(this.drawing.scene, said, this.preview.id);
    const previews = patterns !== said;
    const shown = JSON.stringify([patterns, previews || map, previews || crosses]);
    if (shown === this.#painted) return;
    this.#painted = shown;
    this.paint(patterns, previews ? null : map);
    drawCrosses(this.drawing, (previews ? null : crosses) ?? patterns);
    this.root.dataset.painted = patterns.map(({ id }) => id).join(",");
    if (previews) this.root.dataset.preview = this.preview.id ?? "";
    else delete this.root.dataset.preview;
    this.onChange();
  }

  /** @type {(marks: { has(mark: string): boolean }, felt?: Record<string, Quality>) => void} */
  marks(marks, felt = {}) {
    drawMarks(this.drawing, marks, felt);
    explainFeelings(this.root, shownOf(felt, marks), this.drawing.scene.says.qualities);
  }

  /** @type {(patterns: Pattern[], map: PaintState["map"]) => void} */
  paint(patterns, map) {
    this.root.classList.toggle("painted", patterns.length > 0 || Boolean(map));
    this.root.classList.toggle("several", patterns.length > 1);
    const { scene } = this.drawing;
    explain(this.root, patterns, map, scene.says.textures, seesThrough(scene, patterns));
    paintBody(this.drawing, patterns, map);
    noteZones(this.drawing, patterns);
  }

  /**
   * On a phone a tap on a row brings the picture into the window, unless it takes the pattern away.
   * @param {string} id
   */
  pressed(id) {
    if (isPhone() && !this.#said.patterns.some((pattern) => pattern.id === id)) scrollTo(this.root);
  }
}
