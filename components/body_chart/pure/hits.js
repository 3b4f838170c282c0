/** @import { MuscleShape, Panel, Point, Side } from "./data.d.ts" */

import { sidesOf } from "./regions.js";

/**
 * @template Path
 * @typedef {{ surface: { id: string, path: Path, midline?: 1 }[], anatomy: (MuscleShape & { path: Path })[] }} Outlines
 */

/**
 * The muscles under a point of the scene, from the surface inwards: the muscle of the piece that is seen comes first.
 * A muscle that lies there on both sides of a panel is listed once, on the side where it is the piece seen.
 * @template {{ panel: Panel }} Drawn
 * @template Path
 * @param {Point} point
 * @param {Drawn[]} panels
 * @param {Record<string, Outlines<Path>>} outlines by view, the outermost first in `anatomy` and last in `surface`
 * @param {(path: Path, x: number, y: number) => boolean} inside
 */
export function musclesUnder([x, y], panels, outlines, inside) {
  const found = new Map();
  /** @type {string | undefined} */
  let outermost;
  for (const drawn of panels) {
    const { at, view } = drawn.panel;
    const { surface, anatomy } = outlines[view];
    for (const [number, [side, sign]] of sidesOf(drawn.panel).entries()) {
      /** @type {(shape: { path: Path }) => boolean} */
      const here = (shape) => inside(shape.path, (x - at[0]) * sign, y - at[1]);
      // The second side is drawn over the first one, and what is whole only with the first.
      outermost = surface.findLast((shape) => here(shape) && !(shape.midline && number))?.id ?? outermost;
      for (const shape of anatomy.filter(here)) {
        if (!found.has(shape.id) || shape.part === outermost) found.set(shape.id, { ...shape, side, drawn, sign });
      }
    }
  }
  /** @type {(MuscleShape & { path: Path, side: Side, sign: number, drawn: Drawn })[]} */
  const muscles = [...found.values()];
  return [...muscles.filter((m) => m.part === outermost), ...muscles.filter((m) => m.part !== outermost)];
}
