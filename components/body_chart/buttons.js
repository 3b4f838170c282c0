import { part, scrollTo } from "./svg.js";

const BELOW = {
  ".back": ".st-key-patterns .card, .st-key-reading",
  ".jump": ".st-key-marks, .st-key-reading",
};

/**
 * The buttons of the chart that zoom, and those of the phone that lead down the page.
 * @param {HTMLElement} root
 * @param {(which: string) => void} zoom
 * @param {AbortSignal} signal
 */
export function listenToButtons(root, zoom, signal) {
  for (const [button, below] of Object.entries(BELOW)) {
    part(root, button).addEventListener("click", () => scrollTo(document.querySelector(below)), { signal });
  }
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = root.querySelectorAll("[data-zoom]");
  for (const button of buttons) button.addEventListener("click", () => zoom(button.dataset.zoom ?? ""), { signal });
}
