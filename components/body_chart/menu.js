// The menu beside the picture: save, share, print, and a box for many places.

import { tr } from "../words.js";
import { copied } from "./pure/copying.js";
import { part } from "./svg.js";

/**
 * @param {HTMLElement} root
 * @param {{ save(kind: "png" | "svg"): void, box(): void, borders(): void, say(text: string): void }} chart
 * @param {AbortSignal} signal
 */
export function listenToMenu(root, chart, signal) {
  /** @type {HTMLDetailsElement} */
  const menu = part(root, ".more");
  const byHand = part(menu, ".by-hand");
  const close = () => {
    menu.open = false;
  };
  const closed = () => {
    if (!menu.open) byHand.hidden = true;
  };
  menu.addEventListener("toggle", closed, { signal });
  /** @type {Record<string, () => void>} */
  const entries = {
    png: () => chart.save("png"),
    svg: () => chart.save("svg"),
    link: () => copyLink(menu, byHand, () => chart.say(tr("The link is copied."))),
    print: () => window.print(),
    box: () => chart.box(),
    borders: () => chart.borders(),
  };
  /** @type {(event: MouseEvent) => void} */
  const chosen = ({ target }) => {
    /** @type {HTMLElement | null} */
    const button = /** @type {Element} */ (target).closest("[data-do]");
    if (!button) return;
    close();
    entries[button.dataset.do ?? ""]?.();
  };
  /** @type {(event: KeyboardEvent) => void} */
  const escaped = ({ key }) => {
    if (key !== "Escape") return;
    close();
    part(menu, "summary").focus();
  };
  menu.addEventListener("click", chosen, { signal });
  menu.addEventListener("keydown", escaped, { signal });
  const outside = (/** @type {PointerEvent} */ event) => menu.contains(/** @type {Node} */ (event.target)) || close();
  document.addEventListener("pointerdown", outside, { signal });
}

/**
 * Where the page may not copy, the menu stays open and shows the address, selected.
 * @type {(menu: HTMLDetailsElement, byHand: HTMLElement, done: () => void) => Promise<void>}
 */
async function copyLink(menu, byHand, done) {
  if (await copied(navigator.clipboard, location.href)) return done();
  /** @type {HTMLInputElement} */
  const field = part(byHand, "input");
  field.value = location.href;
  byHand.hidden = false;
  menu.open = true;
  field.focus();
  field.select();
}
