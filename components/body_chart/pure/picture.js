/** @import { Box } from "./data.d.ts" */

const ORDINARY = 620; // px high, so that text and lines keep their proportion to the body
const LEAST_WIDE = 460; // px that the lines below need
const BESIDE_LINES = 14; // px beside the lines
const GLYPH = 0.54; // mean width of a letter, in text sizes
/** How large the lines are, how far apart, and how wide the sign before them is, in px. */
const KINDS = {
  title: { size: 13, line: 19, sign: 44, weight: 600 },
  key: { size: 11, line: 17, sign: 14, weight: 400 },
  note: { size: 9, line: 12, sign: 0, weight: 400 },
};

/**
 * @typedef {keyof typeof KINDS} Kind
 * @typedef {{ text: string, x: number, y: number, size: number, weight: number }} Line
 * @typedef {{ x: number, y: number, scale: number }} Sign
 */

/**
 * A text in lines of at most so many letters, broken between words.
 * @param {string} text
 * @param {number} most
 */
export function wrapped(text, most) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * Where everything stands in the saved picture: the scene, below it what the colours mean, each after its sign, then
 * the notes. Everything is in path units; a sign is drawn in px, so it has a scale.
 * @param {Box} scene
 * @param {{ kind: Kind, text: string, sign: boolean }[]} entries
 */
export function layOut([x, y, width, height], entries) {
  const unit = height / ORDINARY; // path units in a pixel
  const wide = Math.max(width, LEAST_WIDE * unit);
  const left = x - (wide - width) / 2;
  /** @type {Line[]} */
  const lines = [];
  /** @type {(Sign | null)[]} */
  const signs = [];
  let down = 6;
  let across = BESIDE_LINES;
  const room = wide / unit - 2 * BESIDE_LINES;
  for (const [index, { kind, text, sign }] of entries.entries()) {
    const { size, line, weight, sign: signWide } = KINDS[kind];
    const aside = sign ? signWide + 6 : 0;
    const needed = aside + text.length * size * GLYPH;
    const follows = kind === "key" && entries[index - 1]?.kind === "key" && across + needed <= BESIDE_LINES + room;
    if (!follows) across = BESIDE_LINES;
    if (follows) down -= line;
    const at = { x: left + across * unit, y: y + height + down * unit };
    signs.push(sign ? { ...at, scale: unit } : null);
    for (const part of wrapped(text, Math.floor((room - aside) / (size * GLYPH)))) {
      const textAt = { x: at.x + aside * unit, y: y + height + (down + 0.85 * size) * unit };
      lines.push({ text: part, ...textAt, size: size * unit, weight });
      down += line;
    }
    across += needed + 16;
  }
  const total = height + (down + 6) * unit;
  return {
    unit,
    lines,
    signs,
    box: /** @type {Box} */ ([left, y, wide, total]),
    pixels: { width: Math.round(wide / unit), height: Math.round(total / unit) },
  };
}

/**
 * What a saved picture is called: what it shows, then what is painted, or what is marked.
 * @param {string} layout
 * @param {string[]} captions of its panels
 * @param {string[]} painted titles of patterns
 * @param {string[]} marks
 */
export function fileNameOf(layout, captions, painted, marks) {
  const view = layout === "Whole body" ? captions.join(" ") : layout;
  const about = painted.length ? painted : marks.map((mark) => mark.replace(/[._]/g, " "));
  const more = about.length > 2 ? [`and ${about.length - 2} more`] : [];
  const words = ["body map", view, ...about.slice(0, 2), ...more].join(" ").toLowerCase();
  return words
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 110);
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

/**
 * A mixed colour as browsers compute it, ``color(srgb 1 0.5 0)``, in the older words that drawing programs read.
 * @param {string} value
 */
export function plainColour(value) {
  const parts = value.match(/^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)\)$/);
  return parts ? `rgb(${parts.slice(1).map((part) => Math.round(255 * Number(part)))})` : value;
}
