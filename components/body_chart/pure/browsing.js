// Which things are described at a place, from the patterns of a scene.

/** @import { Mark, Scene, Side } from "./data.d.ts" */

import { pointOf, zonesOf } from "./patterns.js";

/** @type {readonly Side[]} */
const SIDES = ["left", "right"];

/**
 * For each place the things that are mainly felt there, with the side from which they are; where there are none, those
 * that can spill over to it. Each is spelt as a pattern, `root_c6@left`, and without a side on the midline.
 * @param {Scene} scene
 * @param {ReadonlySet<string>} midline regions
 * @param {string[]} among ids of things
 * @returns {Map<Mark, string[]>}
 */
export function thingsByPlace({ names, patterns }, midline, among) {
  const regions = Object.keys(names);
  /** @type {Map<Mark, string[]>} */
  const main = new Map();
  /** @type {Map<Mark, string[]>} */
  const over = new Map();
  /** @type {(found: Map<Mark, string[]>, place: Mark, id: string) => void} */
  const add = (found, place, id) => {
    const [, side] = place.split(".");
    const ids = found.get(place) ?? [];
    const spelt = `${id}@${side ?? ""}`;
    if (!ids.includes(spelt)) found.set(place, [...ids, spelt]);
  };
  for (const id of among) {
    const point = pointOf(patterns, id);
    if (!point) continue;
    for (const side of SIDES) {
      const { primary, spillover } = zonesOf(regions, midline, point, side);
      for (const place of primary) add(main, place, id);
      for (const place of spillover) add(over, place, id);
    }
  }
  return new Map([...over, ...main]);
}
