/** @import { Texture } from "./data.d.ts" */

// The colours come from classes (`slot-0` to `slot-3`, `shade-1` to `shade-4`); here are the textures and steps.

export const SLOTS = 4;
const SHADES = [1, 2, 4, 7]; // from how many patterns on a region of the map is shaded more strongly
const LINE_ANGLES = [0, 45, -45, 90];
const SWATCHES = [
  "",
  "M-2 9L9 -2M3 14L17 0M11 16L27 0M19 18L30 7",
  "M-2 5L11 18M1 0L15 14M9 -2L25 14M17 -2L30 11",
  "M4 0V14M11 0V14M18 0V14M25 0V14",
];

/**
 * Dots for spillover and lines for the main zones of the second and later pattern, one of each for a slot.
 * @param {number} slot
 * @param {number} step path units from dot to dot
 */
export function textureOf(slot, step) {
  const size = step * 0.8;
  return {
    dots: { angle: 35 + 25 * slot, size: step, centre: step / 2, radius: step * 0.3 },
    lines: { angle: LINE_ANGLES[slot], size, d: `M0 ${step * 0.4}H${step}`, width: step * 0.34 },
  };
}

/**
 * The lines of a slot in the legend, in a box of 28 by 14.
 * @param {number} slot
 */
export function swatchOf(slot) {
  return SWATCHES[slot];
}

/**
 * How strongly a region of the map is shaded, from 0 (not at all) to 4.
 * @param {number} count
 */
export function shadeOf(count) {
  return SHADES.filter((from) => count >= from).length;
}

/** In a tile of 1 by 1: zigzag, plus, wave, ring, and bars like bricks; and how wide their lines are. */
/** @type {Record<Texture, { motif: string, swatch: string }>} */
const AREAS = {
  nerve_root: { motif: "M-.5 .25L0 .75L.5 .25L1 .75L1.5 .25", swatch: "M0 10L5 4L10 10L15 4L20 10L25 4L28 8" },
  nerve_root_touch: { motif: "M.2 .5H.8M.5 .2V.8", swatch: "M2 7H8M5 4V10M11 7H17M14 4V10M20 7H26M23 4V10" },
  nerve: { motif: "M0 .5Q.25 .05 .5 .5T1 .5", swatch: "M0 7Q3.5 1 7 7T14 7T21 7T28 7" },
  joint: {
    motif: "M.2 .5A.3 .3 0 1 1 .8 .5A.3 .3 0 1 1 .2 .5",
    swatch: "M2 7A3 3 0 1 1 8 7A3 3 0 1 1 2 7M11 7A3 3 0 1 1 17 7A3 3 0 1 1 11 7M20 7A3 3 0 1 1 26 7A3 3 0 1 1 20 7",
  },
  disc: { motif: "M.05 .25H.65M.55 .75H1.15M-.45 .75H.15", swatch: "M1 4H10M15 4H24M-4 10H5M8 10H17M22 10H28" },
};
const WIDE = 1.7; // steps in a tile of an area
const TILES = [1, 0.72, 1.35, 1]; // two areas of a kind differ by slot in angle and size, too

/** @type {Texture[]} */
export const TEXTURES = /** @type {any} */ (Object.keys(AREAS));

/**
 * What an area is filled with, in a tile of 1 by 1 that is drawn `size` large: the same figure for its main and its spillover zones, there thinner and without ground.
 * @param {Texture} texture
 * @param {number} slot
 * @param {number} step path units from dot to dot
 */
export function motifOf(texture, slot, step) {
  const size = step * WIDE * TILES[slot];
  return { angle: LINE_ANGLES[slot], size, d: AREAS[texture].motif, width: { primary: 0.15, spillover: 0.08 } };
}

/**
 * The figure of an area in the legend, in a box of 28 by 14.
 * @param {Texture} texture
 */
export function areaSwatchOf(texture) {
  return AREAS[texture].swatch;
}
