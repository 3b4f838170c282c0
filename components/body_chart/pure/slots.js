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

/** In a tile of 1 by 1: zigzag, plus, wave, ring, and bars like bricks. @type {Record<Texture, string>} */
const MOTIFS = {
  nerve_root: "M-.5 .25L0 .75L.5 .25L1 .75L1.5 .25",
  nerve_root_touch: "M.2 .5H.8M.5 .2V.8",
  nerve: "M0 .5Q.25 .05 .5 .5T1 .5",
  joint: "M.2 .5A.3 .3 0 1 1 .8 .5A.3 .3 0 1 1 .2 .5",
  disc: "M.05 .25H.65M.55 .75H1.15M-.45 .75H.15",
};
const TILES = [1, 0.7, 1.35, 0.85]; // how large the tiles of the slots are, so that two areas of a kind differ, too
const WIDE = 1.7; // steps in a tile of an area
const SWATCH = { width: 28, height: 14, tile: 11 };

/** @type {Texture[]} */
export const TEXTURES = /** @type {any} */ (Object.keys(MOTIFS));

/**
 * What an area is filled with, in a tile of 1 by 1 that is drawn `size` large: the same figure for its main and its
 * spillover zones, there thinner and without ground.
 * @param {Texture} texture
 * @param {number} slot
 * @param {number} step path units from dot to dot
 */
export function motifOf(texture, slot, step) {
  return { size: step * WIDE * TILES[slot], d: MOTIFS[texture], width: { primary: 0.15, spillover: 0.1 } };
}

/**
 * The figure of an area in the legend, in a box of 28 by 14: where it is drawn, and how large.
 * @param {Texture} texture
 * @param {number} slot
 */
export function areaSwatchOf(texture, slot) {
  const size = SWATCH.tile * TILES[slot];
  const [columns, rows] = [SWATCH.width, SWATCH.height].map((side) => Math.ceil(side / size));
  return Array.from({ length: columns * rows }, (_, tile) => ({
    d: MOTIFS[texture],
    transform: `translate(${(tile % columns) * size} ${Math.floor(tile / columns) * size}) scale(${size})`,
  }));
}
