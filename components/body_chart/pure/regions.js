/** @import { Mark, Panel, RegionShape, Side } from "./data.d.ts" */

import { filled, isEnglish, later } from "../../words.js";

/** @type {Record<Side, string>} */
const YOURS = { left: later("{}, your left"), right: later("{}, your right") };

/**
 * Every side that a panel shows, with its sign, in the order of the scene.
 * @param {Panel} panel
 */
export function sidesOf(panel) {
  return /** @type {[Side, number][]} */ (Object.entries(panel.sides));
}

/**
 * How an instance of a region is called: its mark, the name that people read, and what its element is called.
 * @param {RegionShape} region
 * @param {Side} side
 * @param {readonly [string, string]} names
 * @param {number} panel
 * @param {string} caption of the panel: a region that is drawn in several is told apart by it
 */
export function identityOf(region, side, [plain, anatomical], panel, caption) {
  /** @type {Mark} */
  const key = region.midline ? region.id : `${region.id}.${side}`;
  const label = region.midline ? plain : filled(YOURS[side], plain);
  const view = isEnglish() ? caption.toLowerCase() : caption; // German has capitals inside, and no caption is a sentence
  return {
    key,
    label,
    anatomical,
    spoken: filled("{}, {} view ({})", label, view, anatomical),
    element: `bc-${panel}-${key.replace(".", "-")}`,
  };
}

/**
 * The two strokes of a cross.
 * @param {number} x
 * @param {number} y
 * @param {number} arm
 */
export function crossPath(x, y, arm) {
  return `M${x - arm} ${y - arm}L${x + arm} ${y + arm}M${x - arm} ${y + arm}L${x + arm} ${y - arm}`;
}
