/** @import { Point } from "./data.d.ts" */

const ACROSS = 2.5; // how much a step sideways counts against a step ahead
const STEP = 2; // px from ring to ring around a tap
const ROUND = 16; // places on a ring

/**
 * The item that lies next in a direction, or undefined. `placeOf` may be in any unit in which 1 is hardly visible.
 * @template T
 * @param {T} from
 * @param {Iterable<T>} items
 * @param {(item: T) => Point} placeOf
 * @param {Point} direction a step of length 1 along one axis
 * @returns {T | undefined}
 */
export function nearestAhead(from, items, placeOf, [dx, dy]) {
  const [x, y] = placeOf(from);
  let best;
  let least = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const [itemX, itemY] = placeOf(item);
    const along = (itemX - x) * dx + (itemY - y) * dy;
    const across = Math.abs((itemX - x) * dy) + Math.abs((itemY - y) * dx);
    const cost = along + ACROSS * across;
    if (along <= 1 || cost >= least) continue; // also `from` itself
    best = item;
    least = cost;
  }
  return best;
}

/**
 * What is found nearest around a point, in rings up to `reach` pixels, or null.
 * @template T
 * @param {Point} point in pixels
 * @param {number} reach
 * @param {(x: number, y: number) => T | null} find
 * @returns {T | null}
 */
export function firstAround([x, y], reach, find) {
  for (let radius = STEP; radius <= reach; radius += STEP) {
    for (let place = 0; place < ROUND; place += 1) {
      const angle = (place * 2 * Math.PI) / ROUND;
      const found = find(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      if (found) return found;
    }
  }
  return null;
}
