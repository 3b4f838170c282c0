// Where the labels of a layer stand: none over another one, the most important first. All in pixels.

/**
 * @typedef {{ x: number, y: number, room: number, out: number }} Anchor a place in an area, how far it is to the edge,
 *   and on which side (1 is the right one) there is room beside the body
 * @typedef {{ width: number, height: number }} Size
 * @typedef {{ group: string, sizes: Size[], anchors: Anchor[], frame: Box, reach: number }} Label its sizes in other
 *   lines, places of which one is enough, what it must keep within, and how far beside its place it may stand; of a group
 *   only the first may stand beside its place
 * @typedef {{ x: number, y: number, size: number, from: Anchor | null }} Placed from where a line leads to it
 * @typedef {readonly [x: number, y: number, width: number, height: number]} Box around its middle
 */

const LONGEST = 12; // letters in a line, unless one word is longer
const INSIDE = 1.9; // of the room, how far from the middle a label may reach that needs no line
const SPARE = 4;
const REACHES = [6, 24, 46, 72, 100];
const STEPS = [0, -14, 14, -28, 28];
const DOT = 5;
const ALONG = [0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9]; // of a line, looked at one by one

/**
 * A label in lines of at most so many letters.
 * @param {string} text
 * @param {number} [most]
 * @returns {string[]}
 */
export function linesOf(text, most = LONGEST) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * For each label where it stands, or null where there is no room.
 * @param {Label[]} labels the most important first
 * @param {Box[]} obstacles
 * @param {number} gap kept between two
 * @returns {(Placed | null)[]}
 */
export function placesFor(labels, obstacles, gap) {
  const taken = [...obstacles];
  const named = new Set();
  return labels.map((label) => {
    for (const place of waysFor(label)) {
      const box = boxOf(label, place);
      if (place.from && named.has(label.group)) return null;
      if (!isWithin(box, label.frame) || taken.some((other) => meet(box, other, gap))) continue;
      if (place.from && taken.some((other) => crosses(place.from, box, other))) continue;
      taken.push(box);
      if (place.from) taken.push([place.from.x, place.from.y, DOT, DOT]);
      named.add(label.group);
      return place;
    }
    return null;
  });
}

/**
 * In the area where it fits, else beside the place at the end of a line.
 * @param {Label} label
 * @returns {Generator<Placed>}
 */
function* waysFor({ sizes, anchors, reach: most }) {
  for (const [size, { width }] of sizes.entries()) {
    for (const { x, y, room } of anchors) if (width / 2 <= INSIDE * room + SPARE) yield { x, y, size, from: null };
  }
  for (const reach of REACHES.filter((reach) => reach <= most)) {
    for (const from of anchors) {
      for (const out of [from.out, -from.out]) {
        for (const step of STEPS) {
          yield { x: from.x + out * (reach + sizes[0].width / 2), y: from.y + step, size: 0, from };
        }
      }
    }
  }
}

/** @type {(label: Label, place: Placed) => Box} */
function boxOf({ sizes }, { x, y, size }) {
  return [x, y, sizes[size].width, sizes[size].height];
}

/** @type {(box: Box, frame: Box) => boolean} */
function isWithin([x, y, width, height], [fx, fy, fw, fh]) {
  return Math.abs(x - fx) * 2 <= fw - width && Math.abs(y - fy) * 2 <= fh - height;
}

/** @type {(one: Box, other: Box, gap: number) => boolean} */
function meet([x, y, width, height], [ox, oy, ow, oh], gap) {
  return Math.abs(x - ox) * 2 < width + ow + 2 * gap && Math.abs(y - oy) * 2 < height + oh + 2 * gap;
}

/**
 * Whether the line from a place to a label goes through something else.
 * @type {(from: Anchor | null, box: Box, other: Box) => boolean}
 */
function crosses(from, [x, y, width], other) {
  if (!from) return false;
  const end = x + (from.x < x ? -width / 2 : width / 2);
  return ALONG.some((part) => meet([from.x + (end - from.x) * part, from.y + (y - from.y) * part, 0, 0], other, 0));
}
