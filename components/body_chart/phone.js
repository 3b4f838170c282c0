// The bar at the bottom edge of a phone: what is marked, how much is known about it, and the ways there and back.

/** @import { Region } from "./page.d.ts" */
/** @import { Counts } from "./pure/data.d.ts" */
/** @import { Marks } from "./pure/marks.js" */

import { namesOf } from "./naming.js";
import { barOf } from "./pure/phone.js";
import { part, scrollTo } from "./svg.js";

const WAYS = {
  warnings: ".part-red_flags, .st-key-red_flags",
  muscles: ".part-patterns",
  injuries: ".part-injuries, .st-key-injuries",
};

export class PhoneBar {
  /**
   * @param {HTMLElement} root
   * @param {AbortSignal} signal
   */
  constructor(root, signal) {
    this.root = root;
    this.bar = part(root, ".bar");
    part(this.bar, "[data-to=body]").addEventListener("click", () => scrollTo(root), { signal });
    for (const [name, target] of Object.entries(WAYS)) {
      const go = () => scrollTo(document.querySelector(target));
      part(this.bar, `[data-to=${name}]`).addEventListener("click", go, { signal });
    }
  }

  /**
   * @param {Marks} marks
   * @param {Region[]} regions those drawn, from which the names are
   * @param {Counts | undefined} counts
   */
  say(marks, regions, counts) {
    const names = namesOf(marks.set, regions);
    const { text, entries } = barOf(names, counts);
    this.bar.hidden = text === "";
    part(this.bar, ".what").textContent = text;
    for (const [name, label] of entries) {
      const way = part(this.bar, `[data-to=${name}]`);
      way.hidden = label === "";
      way.textContent = label;
    }
  }
}
