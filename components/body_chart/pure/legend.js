/** @import { MarksMap, Pattern } from "./data.d.ts" */

/**
 * What the legend says. With a single pattern there is no swatch, because the key below explains its colours.
 * @param {Pattern[]} patterns
 * @param {MarksMap | null} map
 * @param {string[]} before the titles that it showed until now
 */
export function legendOf(patterns, map, before) {
  const several = patterns.length > 1;
  const titles = patterns.map(({ title, slot }) => ({ text: title, slot: several ? slot : null }));
  return {
    titles,
    patterns: patterns.length > 0,
    map: Boolean(map),
    felt: patterns.some((pattern) => pattern.felt),
    news: titles.length > 0 && titles.map(({ text }) => text).join() !== before.join(),
  };
}
