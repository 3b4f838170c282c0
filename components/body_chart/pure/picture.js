/** @import { Box } from "./data.d.ts" */

const ORDINARY = 620; // px high, so that text and lines keep their proportion to the body
const LINE = 18; // px from line to line below the picture

/**
 * Where everything stands in the saved picture: the scene, below it the titles with their swatches, then the notes.
 * @param {Box} scene
 * @param {string[]} titles
 * @param {string[]} notes
 */
export function layOut([x, y, width, height], titles, notes) {
  const unit = height / ORDINARY; // path units in a pixel
  const lines = [...titles, ...notes].map((text, index) => {
    const isNote = index >= titles.length;
    const line = { text, x: x + width / 2, y: y + height + LINE * unit * (index + 0.8) };
    return { ...line, size: (isNote ? 9 : 13) * unit, weight: isNote ? 400 : 600 };
  });
  const swatches = titles.length > 1 ? lines.slice(0, titles.length) : [];
  const total = height + LINE * unit * lines.length;
  return {
    unit,
    lines,
    swatches: swatches.map((line) => ({
      x: x + 12 * unit,
      y: line.y - 10 * unit,
      width: 22 * unit,
      height: 11 * unit,
    })),
    box: /** @type {Box} */ ([x, y, width, total]),
    pixels: { width: Math.round(width / unit), height: Math.round(total / unit) },
  };
}

/**
 * Lengths of a style in pixels ("4px, 2.5px") as path units.
 * @param {string} text
 * @param {number} unit
 */
export function scaledLengths(text, unit) {
  return text
    .split(/[ ,]+/)
    .map((part) => Number.parseFloat(part) * unit)
    .join(" ");
}
