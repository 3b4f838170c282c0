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
