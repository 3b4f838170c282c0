// Patterns as the scene knows them: which places they cover on a side, and which of their shapes a panel draws.

/** @import { Mark, Panel, Pattern, Scene, ScenePatterns, ScenePoint, Side, Zones } from "./data.d.ts" */

const SAME = 0; // how far a zone reaches; 2 is the opposite side
const BOTH = 1;
/** @type {Record<Side, Side>} */
const OTHER = { left: "right", right: "left" };

/**
 * The trigger point and the side of a pattern's name, `soleus_1@left` or `soleus_1@`.
 * @param {string} id
 * @returns {{ point: string, side: Side | "" }}
 */
export function splitId(id) {
  const [point, side] = id.split("@");
  return { point, side: side === "left" || side === "right" ? side : "" };
}

/**
 * @param {ScenePatterns} patterns
 * @param {string} id
 * @returns {ScenePoint | undefined} undefined where the layout draws nothing of it
 */
export function pointOf({ points }, id) {
  const { point } = splitId(id);
  return Object.hasOwn(points, point) ? points[point] : undefined;
}

/**
 * A pattern as it is painted before Python has said so, or null where the layout draws nothing of it.
 * @param {Scene} scene
 * @param {string} id
 * @param {number} slot
 * @returns {Pattern | null}
 */
export function patternOf({ patterns, says }, id, slot) {
  const point = pointOf(patterns, id);
  if (!point) return null;
  const { point: name, side } = splitId(id);
  const texture = Object.hasOwn(patterns.textures, name) ? patterns.textures[name] : undefined;
  const onBoth = texture && [...point[2], ...point[3]].some((zone) => zone % 3 === BOTH);
  const title = onBoth ? point[0] : says.titles[side].replace("{}", point[0]);
  return { id, slot, title, side: side || "right", ...(texture && { texture }) };
}

/**
 * What is on the body while a row is pointed at: the pinned patterns stay, and the row's takes the slot after them.
 * @param {Scene} scene
 * @param {Pattern[]} said by Python
 * @param {string | null} id of the pattern pointed at
 */
export function withPreview(scene, said, id) {
  if (id === null || said.some((pattern) => pattern.id === id)) return said;
  const kept = said.filter(({ pinned }) => pinned);
  const preview = patternOf(scene, id, kept.length);
  return preview ? [...kept, preview] : said;
}

/**
 * The places that a trigger point on a side refers to, as far as the layout draws them.
 * @param {string[]} names regions in the order of the scene
 * @param {ReadonlySet<string>} midline regions
 * @param {ScenePoint} point
 * @param {Side} side
 * @returns {Zones}
 */
export function zonesOf(names, midline, [, , primary, spillover], side) {
  /** @type {(zone: number) => Mark[]} */
  const marks = (zone) => {
    const [region, reach] = [names[Math.floor(zone / 3)], zone % 3];
    if (midline.has(region)) return [region];
    if (reach === BOTH) return [`${region}.left`, `${region}.right`];
    return [`${region}.${reach === SAME ? side : OTHER[side]}`];
  };
  return { primary: [...new Set(primary.flatMap(marks))], spillover: [...new Set(spillover.flatMap(marks))] };
}

/**
 * The shapes that a panel draws of a pattern, and the sign by which they are mirrored in it.
 * @param {ScenePatterns} patterns
 * @param {ScenePoint} point
 * @param {Panel} panel
 * @param {Side} side
 */
export function shapesIn({ shapes }, point, { view, sides }, side) {
  const numbers = point[4][view] ?? [];
  const own = sides[side];
  const [primary = -1, spillover = -1] = own === undefined ? numbers.slice(2) : numbers;
  const sign = own ?? sides[OTHER[side]] ?? 1;
  return { primary: shapes[view]?.[primary] ?? "", spillover: shapes[view]?.[spillover] ?? "", sign };
}

/**
 * The outline of a point's muscle in a view: path data, each with how many path units its unit is, and whether it lies
 * deeper and is seen through the body.
 * @param {Scene} scene
 * @param {ScenePoint} point
 * @param {string} view
 */
export function muscleIn({ patterns, views }, [, muscle], view) {
  /** @type {(parts: string[] | undefined, through: boolean) => { d: string, unit: number, through: boolean }[]} */
  const outlines = (parts = [], through) =>
    parts.flatMap((part) =>
      part.startsWith("M")
        ? [{ d: part, unit: patterns.units.muscles, through }]
        : views[view].surface.filter(({ id }) => id === part).map(({ d }) => ({ d, unit: 1, through })),
    );
  return [...outlines(patterns.muscles[muscle]?.[view], false), ...outlines(patterns.through[muscle]?.[view], true)];
}

/**
 * Whether a scene draws the muscle of a painted pattern as lying deeper, seen through the body.
 * @param {Scene} scene
 * @param {Pattern[]} painted
 */
export function seesThrough({ patterns, panels }, painted) {
  return painted.some(({ id, side }) => {
    const views = patterns.through[pointOf(patterns, id)?.[1] ?? ""] ?? {};
    return panels.some((panel) => panel.sides[side] !== undefined && Object.hasOwn(views, panel.view));
  });
}
