// Where the labels of a layer stand: none over another one, the most important first.

/**
 * @typedef {{ width: number, height: number, places: [number, number][] }} Label the places are of its middle
 */

const LONGEST = 11; // letters in a line, unless one word is longer

/**
 * A label in lines.
 * @param {string} text
 * @returns {string[]}
 */
export function linesOf(text) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LONGEST) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * For each label the number of the first of its places where it is clear of those before it; -1 where there is none.
 * @param {Label[]} labels the most important first
 * @param {number} gap kept between two
 * @returns {number[]}
 */
export function placesFor(labels, gap) {
  /** @type {[number, number, number, number][]} */
  const taken = [];
  return labels.map(({ width, height, places }) => {
    const at = places.findIndex(([x, y]) =>
      taken.every(
        ([tx, ty, w, h]) => Math.abs(x - tx) * 2 >= width + w + 2 * gap || Math.abs(y - ty) * 2 >= height + h + 2 * gap,
      ),
    );
    if (at >= 0) taken.push([...places[at], width, height]);
    return at;
  });
}
