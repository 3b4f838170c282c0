/** @import { Rect } from "./data.d.ts" */

const BOXED = 0.5; // share of a region's box that must lie inside a drawn box

/**
 * The rectangle between two corners.
 * @param {{ x: number, y: number }} from
 * @param {{ x: number, y: number }} to
 * @returns {Rect}
 */
export function rectBetween(from, to) {
  return {
    left: Math.min(from.x, to.x),
    right: Math.max(from.x, to.x),
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
  };
}

/**
 * The share of a rectangle's area that another one covers.
 * @param {Rect} rect
 * @param {Rect} over
 */
export function shareCovered(rect, over) {
  const wide = Math.min(rect.right, over.right) - Math.max(rect.left, over.left);
  const high = Math.min(rect.bottom, over.bottom) - Math.max(rect.top, over.top);
  if (wide <= 0 || high <= 0) return 0;
  return (wide * high) / ((rect.right - rect.left) * (rect.bottom - rect.top));
}

/**
 * @param {Rect} rect
 * @param {Rect} drawn
 */
export function isBoxed(rect, drawn) {
  return shareCovered(rect, drawn) >= BOXED;
}
