// The part of the scene on show, between the pixels of the window and the units of the scene.

/** @import { Point } from "./pure/data.d.ts" */

import { Zoom } from "./pure/zoom.js";

const BUTTON = 1.5; // a press on a button shows so many times more or less

export class Camera {
  /**
   * @param {SVGSVGElement} svg
   * @param {Zoom} zoom
   * @param {(zoom: Zoom) => void} onChange
   */
  constructor(svg, zoom, onChange) {
    this.svg = svg;
    this.onChange = onChange;
    this.zoom = zoom;
    this.show(zoom);
  }

  /** @param {Zoom} zoom */
  show(zoom) {
    this.zoom = zoom;
    this.svg.setAttribute("viewBox", zoom.viewBox);
    this.onChange(zoom);
  }

  /**
   * @param {number} clientX
   * @param {number} clientY
   * @returns {Point}
   */
  toUnits(clientX, clientY) {
    const point = new DOMPoint(clientX, clientY).matrixTransform(this.svg.getScreenCTM()?.inverse());
    return [point.x, point.y];
  }

  /**
   * A button or a key.
   * @param {string} which `in`, `out` or `all`
   * @param {[number, number] | null} focus what should stay in place, in pixels; without it the middle
   */
  press(which, focus) {
    if (which === "all") return this.show(Zoom.whole(this.zoom.scene));
    const at = focus ? this.toUnits(...focus) : this.zoom.centre;
    this.show(this.zoom.zoomTo(this.zoom.w * (which === "in" ? 1 / BUTTON : BUTTON), at));
  }

  /**
   * The wheel zooms with Ctrl or Cmd only, so that it can scroll the page.
   * @param {WheelEvent} event
   */
  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const width = this.zoom.w * Math.exp(event.deltaY * 0.004);
    this.show(this.zoom.zoomTo(width, this.toUnits(event.clientX, event.clientY)));
  }

  /** @param {{ width: number, x: number, y: number }} pinch its place in pixels */
  pinch({ width, x, y }) {
    this.show(this.zoom.zoomTo(width, this.toUnits(x, y)));
  }

  /**
   * Moves the picture along with a pointer that went so many pixels.
   * @param {number} dx
   * @param {number} dy
   */
  drag(dx, dy) {
    const box = this.svg.getBoundingClientRect();
    const pixel = Math.max(this.zoom.w / box.width, this.zoom.h / box.height);
    this.show(this.zoom.panBy(-dx * pixel, -dy * pixel));
  }

  /**
   * Shows all of some rectangles with room around them.
   * @param {DOMRect[]} rects in pixels
   */
  fit(rects) {
    const [left, top] = this.toUnits(...extreme(rects, ["left", "top"], Math.min));
    const [right, bottom] = this.toUnits(...extreme(rects, ["right", "bottom"], Math.max));
    this.show(Zoom.around(this.zoom.scene, [left, top, right - left, bottom - top]));
  }

  /** @param {[number, number]} place in pixels */
  bringIntoView(place) {
    if (!this.zoom.zoomed) return;
    const at = this.toUnits(...place);
    if (!this.zoom.contains(at)) this.show(this.zoom.centredOn(at));
  }
}

/** @type {(rects: DOMRect[], edges: ["left", "top"] | ["right", "bottom"], pick: (...values: number[]) => number) => [number, number]} */
function extreme(rects, [across, down], pick) {
  return [pick(...rects.map((rect) => rect[across])), pick(...rects.map((rect) => rect[down]))];
}
