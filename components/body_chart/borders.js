import { shared } from "./shared.js";
import { part } from "./svg.js";

/**
 * The borders of all places, faint; they show on pointing in any case.
 * @param {HTMLElement} root
 * @param {boolean} [change] whether to switch them on or off
 */
export function showBorders(root, change = false) {
  if (change) shared.borders = !shared.borders;
  const on = shared.borders === true;
  root.classList.toggle("borders", on);
  part(root, "[data-do=borders]").setAttribute("aria-pressed", String(on));
}
