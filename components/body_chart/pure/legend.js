/** @import { MarksMap, Pattern, Texture } from "./data.d.ts" */

/**
 * What the legend says. A single pattern of a muscle has no swatch, because the key below explains its colours; areas
 * of other kinds say what they are.
 * @param {Pattern[]} patterns
 * @param {MarksMap | null} map
 * @param {Partial<Record<Texture, string>>} [said] what an area is, by texture
 * @param {boolean} [through] whether a muscle is drawn that lies deeper
 */
export function legendOf(patterns, map, said = {}, through = false) {
  const several = patterns.length > 1;
  const titles = patterns.map(({ title, slot, texture }) => ({
    text: texture && said[texture] ? `${title}: ${said[texture]}` : title,
    slot: several || texture ? slot : null,
    ...(texture && { texture }),
  }));
  return {
    titles,
    patterns: patterns.length > 0,
    map: Boolean(map),
    felt: patterns.some((pattern) => pattern.felt === true),
    through,
    areas: patterns.length > 0 && patterns.every(({ texture }) => texture),
  };
}
