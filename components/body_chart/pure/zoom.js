/** @import { Box, Point } from "./data.d.ts" */

const MAX_ZOOM = 12; // how many times a scene can be enlarged
const ROOM = 1.35; // how much larger than a box the part that shows it is
const MOST_NEAR = 5; // how many times a scene is enlarged for a small box
const WHOLE = 0.999; // from this share of the width on, the scene counts as shown whole

/** @type {(value: number, low: number, high: number) => number} */
const between = (value, low, high) => Math.min(Math.max(value, low), high);

/**
 * The part of a scene that is on show, as an immutable value: each change gives a new one.
 * Everything is in path units, never in pixels. The part has the proportions of the scene and lies inside it.
 */
export class Zoom {
  /**
   * @param {Box} scene
   * @param {Box} part
   */
  constructor(scene, part) {
    this.scene = scene;
    this.x = part[0];
    this.y = part[1];
    this.w = part[2];
    this.h = part[3];
    Object.freeze(this);
  }

  /** @param {Box} scene */
  static whole(scene) {
    return new Zoom(scene, scene);
  }

  /**
   * The part that shows a box with room around it, as near as the limits allow.
   * @param {Box} scene
   * @param {Box} box
   */
  static around(scene, [x, y, width, height]) {
    const needed = Math.max(width, (height * scene[2]) / scene[3]) * ROOM;
    const zoom = Zoom.whole(scene).zoomTo(Math.max(needed, scene[2] / MOST_NEAR), [0, 0]);
    return zoom.centredOn([x + width / 2, y + height / 2]);
  }

  get zoomed() {
    return this.w < this.scene[2] * WHOLE;
  }

  get viewBox() {
    return `${this.x} ${this.y} ${this.w} ${this.h}`;
  }

  /** @returns {Point} */
  get centre() {
    return [this.x + this.w / 2, this.y + this.h / 2];
  }

  /**
   * A part of this width, as near as the limits allow, in which the point stays where it is in the picture.
   * @param {number} width
   * @param {Point} at
   */
  zoomTo(width, [atX, atY]) {
    const [, , sceneW, sceneH] = this.scene;
    const w = between(width, sceneW / MAX_ZOOM, sceneW);
    const factor = w / this.w;
    return this.#clamped(atX - (atX - this.x) * factor, atY - (atY - this.y) * factor, w, sceneH * (w / sceneW));
  }

  /**
   * @param {number} dx
   * @param {number} dy
   */
  panBy(dx, dy) {
    return this.#clamped(this.x + dx, this.y + dy, this.w, this.h);
  }

  /** @param {Point} point */
  centredOn([x, y]) {
    return this.#clamped(x - this.w / 2, y - this.h / 2, this.w, this.h);
  }

  /** @param {Point} point */
  contains([x, y]) {
    return x > this.x && x < this.x + this.w && y > this.y && y < this.y + this.h;
  }

  /** @type {(x: number, y: number, w: number, h: number) => Zoom} */
  #clamped(x, y, w, h) {
    const [left, top, sceneW, sceneH] = this.scene;
    return new Zoom(this.scene, [between(x, left, left + sceneW - w), between(y, top, top + sceneH - h), w, h]);
  }
}
