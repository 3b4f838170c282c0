/** @import { Drawing } from "./page.d.ts" */
/** @import { Pattern } from "./pure/data.d.ts" */

import { pointOf, zonesOf } from "./pure/patterns.js";

/**
 * Notes on each drawn place whether the painted patterns are mainly felt there or can spill over.
 * @param {Drawing} drawing
 * @param {Pattern[]} patterns
 */
export function noteZones({ scene, regions }, patterns) {
  const names = Object.keys(scene.names);
  const midline = new Set(regions.filter(({ key, id }) => key === id).map(({ id }) => id));
  /** @type {Map<string, string>} */
  const levels = new Map();
  for (const { id, side, primary } of patterns) {
    const point = pointOf(scene.patterns, id);
    const zones = point ? zonesOf(names, midline, point, side) : { primary: primary ?? [], spillover: [] };
    for (const mark of zones.spillover) if (!levels.has(mark)) levels.set(mark, "spillover");
    for (const mark of zones.primary) levels.set(mark, "primary");
  }
  for (const { key, path } of regions) {
    const level = levels.get(key);
    if (level) path.dataset.zone = level;
    else if (path.dataset.zone) delete path.dataset.zone;
  }
}
