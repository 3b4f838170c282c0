// Many places at once: a box drawn with the mouse.

/** @import { Rect } from "./pure/data.d.ts" */

import { rectBetween } from "./pure/boxes.js";

export class DrawnBox {
  /**
   * @param {HTMLElement} root
   * @param {{ x: number, y: number }} corner in pixels of the window
   */
  constructor(root, corner) {
    this.root = root;
    this.corner = corner;
    /** @type {Rect | null} */
    this.rect = null;
    this.node = document.createElement("div");
    this.node.className = "box";
    root.append(this.node);
  }

  /** @param {{ x: number, y: number }} corner the opposite one */
  drawTo(corner) {
    this.rect = rectBetween(this.corner, corner);
    const { left, right, top, bottom } = this.rect;
    const root = this.root.getBoundingClientRect();
    Object.assign(this.node.style, {
      left: `${left - root.left}px`,
      top: `${top - root.top}px`,
      width: `${right - left}px`,
      height: `${bottom - top}px`,
    });
  }

  remove() {
    this.node.remove();
  }
}
