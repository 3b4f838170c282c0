/** @import { Quality } from "./data.d.ts" */

// How a marked place feels, as a texture over it: a figure for each kind, in a tile of 1 by 1.

/** Rings, flames, spikes, double rings, small dots, thick bars. @type {Record<Quality, string>} */
const FIGURES = {
  ache: "M.3 .5A.2 .2 0 1 1 .7 .5A.2 .2 0 1 1 .3 .5",
  burning: "M.15 1C.15 .6 .5 .7 .4 .1C.8 .4 .5 .7 .85 1",
  stabbing: "M.2 .1L.5 .9L.8 .1",
  throbbing: "M.42 .5A.08 .08 0 1 1 .58 .5A.08 .08 0 1 1 .42 .5M.14 .5A.36 .36 0 1 1 .86 .5A.36 .36 0 1 1 .14 .5",
  tingling: "M.2 .2H.3M.7 .2H.8M.45 .7H.55M-.05 .7H.05M.95 .7H1.05",
  cramp: "M0 .25H1M0 .75H1",
};
const LARGE = 1.5; // steps in a tile

/** @type {Quality[]} */
export const QUALITIES = /** @type {any} */ (Object.keys(FIGURES));

/**
 * What a place that feels so is filled with: a figure in a tile of 1 by 1 that is drawn `size` large.
 * @param {Quality} quality
 * @param {number} step path units from dot to dot
 */
export function feelingOf(quality, step) {
  return { size: step * LARGE, d: FIGURES[quality], width: quality === "tingling" ? 0.16 : 0.12 };
}

/**
 * The kinds that are drawn, each once, in their order.
 * @param {Record<string, Quality>} felt
 * @param {{ has(mark: string): boolean }} marks
 */
export function shownOf(felt, marks) {
  const said = new Set(Object.keys(felt).flatMap((mark) => (marks.has(mark) ? [felt[mark]] : [])));
  return QUALITIES.filter((quality) => said.has(quality));
}
