// Which place the pointer is on and which one the keyboard is on: outlined in the picture, named above it.

/** @import { Camera } from "./zooming.js" */
/** @import { Gesture } from "./pure/gesture.js" */
/** @import { Drawing, Region } from "./page.d.ts" */
/** @import { Point } from "./pure/data.d.ts" */

import { centreOf } from "./drawing.js";
import { sayRegion } from "./naming.js";
import { drawFocus } from "./outlines.js";
import { nearestAhead } from "./pure/nearest.js";

export class Focus {
  /**
   * @param {Drawing} drawing
   * @param {HTMLElement} named the line over the picture
   * @param {Camera} camera
   * @param {Gesture} gesture
   * @param {(region: Region) => boolean} isMarked
   */
  constructor(drawing, named, camera, gesture, isMarked) {
    this.drawing = drawing;
    this.camera = camera;
    this.gesture = gesture;
    this.isMarked = isMarked;
    /**
     * What is said about a place; choosing something else than a place says it in its own way.
     * @type {(region: Region | null) => void}
     */
    this.say = (region) => sayRegion(named, region, region !== null && isMarked(region));
    /** @type {Region | null} */
    this.active = null;
    /** @type {Region | null} */
    this.left = null;
    /** @type {Region | null} */
    this.hovered = null;
  }

  /** The region that a zoom without a pointer is about. */
  get focused() {
    return this.active ?? this.drawing.regions.find(this.isMarked) ?? null;
  }

  enter() {
    this.activate(this.left ?? this.focused ?? this.drawing.regions[0] ?? null);
  }

  leave() {
    this.left = this.active;
    this.activate(null);
  }

  /** @param {Point} direction */
  move(direction) {
    const { active, drawing } = this;
    const next = active ? nearestAhead(active, drawing.regions, centreOf, direction) : drawing.regions[0];
    this.activate(next ?? active);
  }

  /** @param {"first" | "last"} where */
  go(where) {
    this.activate(this.drawing.regions.at(where === "first" ? 0 : -1) ?? null);
  }

  /**
   * A press on the chart brings the focus, too, but then the pointer says what it is about.
   * @param {Region | null} region
   */
  activate(region) {
    const { pressing } = this.gesture;
    if (region && !pressing && region !== this.active) this.camera.bringIntoView(centreOf(region));
    this.active = pressing ? null : region;
    if (this.active) this.drawing.stage.setAttribute("aria-activedescendant", this.active.path.id);
    else this.drawing.stage.removeAttribute("aria-activedescendant");
    this.draw();
    this.name(this.active);
  }

  /** @param {Region | null} region */
  hover(region) {
    if (region === this.hovered) return;
    this.hovered = region;
    this.draw();
    this.name(region);
  }

  /** @param {Region | null} region */
  name(region) {
    this.say(region);
  }

  draw() {
    drawFocus(this.drawing, this.active, this.hovered);
  }
}
