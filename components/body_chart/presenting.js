// The figure alone in the whole window, for showing it to somebody: zoomed to what is painted, and back with one tap.

/** @import { Camera } from "./zooming.js" */
/** @import { Zoom } from "./pure/zoom.js" */

import { part } from "./svg.js";

const SHOWN = ".paint .zone, .over .cross";

export class Presenting {
  /** @type {Zoom | null} */
  #before = null;

  /**
   * @param {HTMLElement} root
   * @param {Camera} camera
   * @param {AbortSignal} signal
   */
  constructor(root, camera, signal) {
    this.root = root;
    this.camera = camera;
    this.opener = part(root, '[data-do="present"]');
    this.closer = part(root, '[data-do="leave"]');
    this.opener.addEventListener("click", () => this.open(), { signal });
    this.closer.addEventListener("click", () => this.close(), { signal });
    root.addEventListener("keydown", (event) => this.key(event), { signal });
    signal.addEventListener("abort", () => this.close());
  }

  get on() {
    return this.#before !== null;
  }

  open() {
    if (this.on) return;
    this.#before = this.camera.zoom;
    this.root.classList.add("present");
    this.root.popover = "manual"; // in front of everything, whatever the page around it does
    this.root.showPopover?.();
    this.look();
    this.closer.focus();
  }

  close() {
    if (!this.#before) return;
    this.root.hidePopover?.();
    this.root.popover = null;
    this.root.classList.remove("present");
    this.camera.show(this.#before);
    this.#before = null;
    this.opener.focus({ preventScroll: true });
  }

  /** Zooms to what is painted. */
  look() {
    if (!this.on) return;
    const rects = [...this.camera.svg.querySelectorAll(SHOWN)].map((node) => node.getBoundingClientRect());
    if (rects.length) this.camera.fit(rects);
    else this.camera.press("all", null);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!this.on) return;
    if (event.key === "Escape") this.close();
    if (event.key === "Tab") this.wrap(event);
  }

  /**
   * The focus goes round inside the figure.
   * @param {KeyboardEvent} event
   */
  wrap(event) {
    /** @type {NodeListOf<HTMLElement>} */
    const stops = this.root.querySelectorAll("button, summary, [tabindex='0']");
    const shown = [...stops].filter((stop) => stop.checkVisibility());
    const [from, to] = event.shiftKey ? [shown[0], shown.at(-1)] : [shown.at(-1), shown[0]];
    if (document.activeElement !== from) return;
    event.preventDefault();
    to?.focus();
  }
}
