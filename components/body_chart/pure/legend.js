/** @import { MarksMap, Pattern } from "./data.d.ts" */

/**
 * What the legend says. With a single pattern there is no swatch, because the key below explains its colours.
 * @param {Pattern[]} patterns
 * @param {MarksMap | null} map
 */
export function legendOf(patterns, map) {
  const several = patterns.length > 1;
  const titles = patterns.map(({ title, slot }) => ({ text: title, slot: several ? slot : null }));
  return {
    titles,
    patterns: patterns.length > 0,
    map: Boolean(map),
    felt: patterns.some((pattern) => pattern.felt === true),
  };
}
