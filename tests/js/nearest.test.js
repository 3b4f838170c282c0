import assert from "node:assert/strict";
import { test } from "node:test";
import { firstAround, nearestAhead } from "../../components/body_chart/pure/nearest.js";

/** @typedef {{ name: string, at: [number, number] }} Place */
/** @type {Place[]} */
const PLACES = [
  { name: "middle", at: [0, 0] },
  { name: "right", at: [20, 0] },
  { name: "far right", at: [60, 0] },
  { name: "right and below", at: [8, 8] },
  { name: "above", at: [1, -30] },
];
const [middle, right, farRight] = PLACES;
/** @type {(from: Place, direction: [number, number], places?: Place[]) => string | undefined} */
const ahead = (from, direction, places = PLACES) => nearestAhead(from, places, ({ at }) => at, direction)?.name;

test("the nearest place straight ahead comes before a nearer one aside", () => {
  assert.equal(ahead(middle, [1, 0]), "right");
  assert.equal(ahead(right, [1, 0]), "far right");
});

test("each direction looks its own way", () => {
  assert.equal(ahead(middle, [0, -1]), "above");
  assert.equal(ahead(middle, [0, 1]), "right and below");
  assert.equal(ahead(farRight, [-1, 0]), "right");
});

test("nothing lies ahead at the edge", () => {
  assert.equal(ahead(farRight, [1, 0]), undefined);
  assert.equal(ahead(middle, [1, 0], [middle]), undefined);
});

test("a place is not its own neighbour, nor is one drawn on the same spot", () => {
  const twin = { name: "twin", at: /** @type {[number, number]} */ ([0.5, 0]) };
  assert.equal(ahead(middle, [1, 0], [middle, twin]), undefined);
});

test("of two that are as near, the first one is taken", () => {
  const twins = [middle, { ...right, name: "one" }, { ...right, name: "other" }];
  assert.equal(ahead(middle, [1, 0], twins), "one");
});

/** @type {(x0: number, y0: number) => (x: number, y: number) => string | null} */
const dot = (x0, y0) => (x, y) => (Math.hypot(x - x0, y - y0) < 1.5 ? "found" : null);

test("a tap beside a region finds it, in every direction, as far as the reach", () => {
  for (const [dx, dy] of [
    [9, 0],
    [-9, 0],
    [0, 9],
    [0, -9],
    [6, 6],
  ]) {
    assert.equal(firstAround([100, 100], 10, dot(100 + dx, 100 + dy)), "found");
  }
  assert.equal(firstAround([100, 100], 10, dot(112, 100)), null);
});

test("the nearer of two regions is found, and the reach itself counts", () => {
  /** @type {(x: number, y: number) => string | null} */
  const find = (x) => (x >= 110 ? "far" : x <= 96 ? "near" : null);
  assert.equal(firstAround([100, 100], 10, find), "near");
  assert.equal(
    firstAround([100, 100], 10, (x) => (x >= 110 ? "far" : null)),
    "far",
  );
  assert.equal(
    firstAround([100, 100], 9, (x) => (x >= 110 ? "far" : null)),
    null,
  );
});
