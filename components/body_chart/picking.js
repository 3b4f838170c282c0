// Choosing a muscle on the body: what lies under the pointer, from the surface inwards.

/** @import { Camera } from "./zooming.js" */
/** @import { Drawing, Hit, Region } from "./page.d.ts" */
/** @import { MuscleShape, Opening, Scene } from "./pure/data.d.ts" */

import { later, tr } from "../words.js";
import { centreOf } from "./drawing.js";
import { sayMuscles } from "./naming.js";
import { offerThings } from "./offer.js";
import { clearLines } from "./outlines.js";
import { crossAt } from "./painting.js";
import { musclesUnder } from "./pure/hits.js";
import { element, part } from "./svg.js";

const FROM_THE_SURFACE = later("Muscles here, from the surface inwards");

export class Picking {
  picks = true;

  /**
   * @param {HTMLElement} root
   * @param {Drawing} drawing
   * @param {Record<string, MuscleShape[]>} anatomy
   * @param {Camera} camera
   * @param {(what: Opening) => void} open
   * @param {AbortSignal} signal
   */
  constructor(root, drawing, anatomy, camera, open, signal) {
    this.root = root;
    this.named = part(root, ".named");
    this.drawing = drawing;
    this.camera = camera;
    this.open = open;
    this.outlines = outlinesOf(drawing.scene, anatomy);
    /** @type {{ list: HTMLElement, close: () => void } | null} */
    this.offered = null;
    this.canvas = document.createElement("canvas").getContext("2d");
    root.classList.remove("browses", "layered");
    root.classList.add("picks");
    this.named.dataset.hint = tr("Point at the body to see which muscles lie there. Click to choose one.");
    const keys = later(
      "Body chart. Arrow keys move between places, Enter lists the muscles there, plus and minus zoom.",
    );
    drawing.stage.setAttribute("aria-label", tr(keys));
    document.addEventListener("pointerdown", (event) => this.pressedOn(/** @type {Node} */ (event.target)), { signal });
    signal.addEventListener("abort", () => this.closeOffer());
  }

  /** @param {Region} region */
  press(region) {
    this.offer(...centreOf(region));
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  over(x, y) {
    if (!this.offered) this.point(this.musclesAt(x, y));
  }

  left() {
    if (!this.offered) this.point([]);
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  tapped(x, y) {
    const cross = crossAt(this.drawing, x, y);
    if (cross?.id) this.open({ point: cross.id });
    else this.offer(x, y);
  }

  /** @param {Hit[]} muscles */
  point(muscles) {
    const names = muscles.map((muscle) => muscle.name);
    sayMuscles(this.named, names);
    this.outline(muscles[0]);
  }

  /**
   * @param {number} clientX
   * @param {number} clientY
   * @returns {Hit[]}
   */
  musclesAt(clientX, clientY) {
    const at = this.camera.toUnits(clientX, clientY);
    /** @type {(path: Path2D, x: number, y: number) => boolean} */
    const inside = (path, x, y) => Boolean(this.canvas?.isPointInPath(path, x, y, "evenodd"));
    return musclesUnder(at, this.drawing.panels, this.outlines, inside);
  }

  /** @param {Hit | undefined} [muscle] */
  outline(muscle) {
    clearLines(this.drawing, ".pick-line");
    if (!muscle) return;
    const transform = `scale(${muscle.sign * muscle.drawn.flip} 1)`;
    element(
      "path",
      { d: muscle.d, transform, class: muscle.through ? "pick-line through" : "pick-line" },
      muscle.drawn.over,
    );
  }

  /**
   * A list of the muscles at a place; a single one is chosen at once.
   * @param {number} clientX
   * @param {number} clientY
   */
  offer(clientX, clientY) {
    const muscles = this.musclesAt(clientX, clientY);
    this.closeOffer();
    if (muscles.length === 1) this.choose(muscles[0]);
    if (muscles.length < 2) return;
    this.offered = offerThings(this.root, tr(FROM_THE_SURFACE), muscles, [clientX, clientY], {
      point: (muscle) => this.outline(muscle),
      choose: (muscle) => {
        this.closeOffer();
        this.drawing.stage.focus({ preventScroll: true });
        this.choose(muscle);
      },
      cancel: () => {
        this.closeOffer();
        this.drawing.stage.focus();
      },
    });
  }

  /** @param {Hit} muscle */
  choose({ id, side }) {
    this.open({ muscle: id, side });
  }

  closeOffer() {
    this.offered?.close();
    this.offered = null;
    this.outline();
  }

  /** @param {Node} target what was pressed anywhere on the page */
  pressedOn(target) {
    if (this.offered && !this.offered.list.contains(target)) this.closeOffer();
  }
}

/** @type {(scene: Scene, anatomy: Record<string, MuscleShape[]>) => Record<string, import("./pure/hits.js").Outlines<Path2D>>} */
function outlinesOf(scene, anatomy) {
  /** @template {{ d: string }} Shape @param {Shape[]} shapes */
  const withPaths = (shapes) => shapes.map((shape) => ({ ...shape, path: new Path2D(shape.d) }));
  return Object.fromEntries(
    Object.entries(anatomy).map(([view, shapes]) => [
      view,
      { surface: withPaths(scene.views[view].surface), anatomy: withPaths(shapes) },
    ]),
  );
}
