// Buttons beside the body that open the close-up of a part. They stand clear of the skin, so they take no clicks from it.

/** @import { Drawing } from "./page.d.ts" */

import { filled } from "../words.js";
import { element, part } from "./svg.js";

export class Looks {
  /**
   * @param {HTMLElement} root
   * @param {Drawing} drawing
   * @param {(layout: string) => void} look
   */
  constructor(root, { scene, svg }, look) {
    this.layer = part(root, ".looks");
    this.svg = svg;
    this.buttons = scene.looks.map(({ layout, label, at }) => ({ at, button: buttonOf(label, () => look(layout)) }));
    this.layer.replaceChildren(...this.buttons.map(({ button }) => button));
  }

  /** Puts them beside the body as it is drawn now. */
  place() {
    const matrix = this.svg.getScreenCTM();
    const frame = this.layer.getBoundingClientRect();
    for (const { at, button } of this.buttons) {
      const { x, y } = new DOMPoint(...at).matrixTransform(matrix ?? undefined);
      button.style.left = `${x - frame.left}px`;
      button.style.top = `${y - frame.top}px`;
    }
  }
}

/** @type {(label: string, press: () => void) => HTMLButtonElement} */
function buttonOf(label, press) {
  const button = document.createElement("button");
  button.type = "button";
  button.title = filled("Look closer: {}", label);
  button.setAttribute("aria-label", button.title);
  const glass = element("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, button);
  element("path", { d: "M7 2.5a4.5 4.5 0 1 0 .1 0zM10.4 10.4L14 14M7 5v4M5 7h4" }, glass);
  const name = document.createElement("span");
  name.textContent = label.split(",")[0];
  button.append(name);
  button.addEventListener("click", press);
  return button;
}
