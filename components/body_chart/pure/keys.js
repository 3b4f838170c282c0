/** @import { Point } from "./data.d.ts" */

/**
 * @typedef {{ move: Point } | { go: "first" | "last" } | { zoom: "in" | "out" | "all" } | { press: true }} Command
 */

/** @type {Record<string, Command>} */
const COMMANDS = {
  ArrowLeft: { move: [-1, 0] },
  ArrowRight: { move: [1, 0] },
  ArrowUp: { move: [0, -1] },
  ArrowDown: { move: [0, 1] },
  Home: { go: "first" },
  End: { go: "last" },
  " ": { press: true },
  Enter: { press: true },
  "+": { zoom: "in" },
  "=": { zoom: "in" },
  "-": { zoom: "out" },
  0: { zoom: "all" },
};

/**
 * What a key does on the chart, or null.
 * @param {string} key
 * @returns {Command | null}
 */
export function commandOf(key) {
  return Object.hasOwn(COMMANDS, key) ? COMMANDS[key] : null;
}
