// Mouse, fingers and pen on the body: taps, drags, pinches and boxes, in pixels of the window.

/** @import { Camera } from "./zooming.js" */
/** @import { Gesture } from "./pure/gesture.js" */
/** @import { Mode } from "./page.d.ts" */

import { DrawnBox } from "./boxing.js";

export class Pointing {
  /**
   * @param {HTMLElement} root
   * @param {Camera} camera
   * @param {Gesture} gesture
   * @param {Mode} mode
   * @param {AbortSignal} signal
   */
  constructor(root, camera, gesture, mode, signal) {
    this.root = root;
    this.camera = camera;
    this.gesture = gesture;
    this.mode = mode;
    /** @type {DrawnBox | null} */
    this.box = null;
    this.boxing = false;
    const { svg } = camera;
    svg.addEventListener("pointerdown", (event) => this.down(event), { signal });
    svg.addEventListener("pointermove", (event) => this.move(event), { signal });
    svg.addEventListener("pointerup", (event) => this.up(event), { signal });
    svg.addEventListener("pointercancel", (event) => this.gone(event), { signal });
    svg.addEventListener("pointerleave", () => mode.left(), { signal });
    svg.addEventListener("wheel", (event) => camera.wheel(event), { signal, passive: false });
  }

  /** @param {boolean} next whether the next drag of the mouse draws a box */
  setBoxing(next) {
    this.boxing = next;
    this.root.classList.toggle("boxing", next);
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (event.button > 0) return;
    if (event.pointerType === "mouse" && (event.shiftKey || this.boxing) && this.mode.boxed) {
      this.box = new DrawnBox(this.root, { x: event.clientX, y: event.clientY });
      this.mode.left();
    }
    this.gesture.down(event.pointerId, event.clientX, event.clientY, this.camera.zoom.w);
    this.camera.svg.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  move(event) {
    const moved = this.gesture.move(event.pointerId, event.clientX, event.clientY);
    if (!moved) {
      if (event.pointerType === "mouse") this.mode.over(event.clientX, event.clientY);
      return;
    }
    const { pinched } = this.gesture;
    if (this.box) this.box.drawTo({ x: event.clientX, y: event.clientY });
    else if (pinched) this.camera.pinch(pinched);
    else if (moved.dragged && this.camera.zoom.zoomed) this.camera.drag(moved.dx, moved.dy);
  }

  /** @param {PointerEvent} event */
  up(event) {
    const tap = this.gesture.tapped(event.pointerId);
    const { box } = this;
    this.gone(event);
    if (box?.rect) this.mode.boxed?.(box.rect);
    else if (!box && tap) this.mode.tapped(tap.x, tap.y, event.pointerType === "mouse");
  }

  /** @param {PointerEvent} event */
  gone(event) {
    if (!this.gesture.gone(event.pointerId)) return;
    this.box?.remove();
    this.box = null;
    this.setBoxing(false);
  }
}
