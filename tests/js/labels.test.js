import assert from "node:assert/strict";
import test from "node:test";
import { linesOf, placesFor } from "../../components/body_chart/pure/labels.js";

/** @type {readonly [number, number, number, number]} */
const FRAME = [200, 200, 400, 400];
/** @type {(x: number, y: number, more?: object) => any} */
const label = (x, y, more = {}) => ({
  group: `${x} ${y}`,
  sizes: [{ width: 40, height: 12 }],
  anchors: [{ x, y, room: 20, out: 1 }],
  frame: FRAME,
  reach: 100,
  ...more,
});

test("a label is broken between words", () => {
  assert.deepEqual(linesOf("Lateral femoral cutaneous"), ["Lateral", "femoral", "cutaneous"]);
  assert.deepEqual(linesOf("T7 to T9"), ["T7 to T9"]);
  assert.deepEqual(linesOf("T7 to T9", 5), ["T7 to", "T9"]);
});

test("a label with room stands in its place, without a line", () => {
  assert.deepEqual(placesFor([label(100, 100)], [], 1), [{ x: 100, y: 100, size: 0, from: null }]);
});

test("a label without room stands beside its place, at the end of a line, towards the outside", () => {
  const [placed] = placesFor([label(100, 100, { anchors: [{ x: 100, y: 100, room: 2, out: -1 }] })], [], 1);
  assert.ok(placed?.from && placed.x + 20 < 100);
});

test("one that is broken more narrowly may fit where the other does not", () => {
  const sizes = [
    { width: 90, height: 12 },
    { width: 30, height: 24 },
  ];
  assert.equal(placesFor([label(100, 100, { sizes })], [], 1)[0]?.size, 1);
});

test("no label stands over another one, over an obstacle or outside its frame", () => {
  const many = Array.from({ length: 12 }, (_, at) => label(100 + at * 6, 100 + (at % 3) * 5));
  /** @type {[number, number, number, number]} */
  const obstacle = [150, 100, 30, 30];
  const placed = placesFor(many, [obstacle], 1).flatMap((at) => (at ? [at] : []));
  assert.ok(placed.length > 3);
  /** @type {(x: number, y: number, width: number, height: number) => (other: any) => boolean} */
  const apart = (x, y, w, h) => (other) => Math.abs(other.x - x) * 2 >= 40 + w || Math.abs(other.y - y) * 2 >= 12 + h;
  for (const [at, one] of placed.entries()) {
    assert.ok(placed.slice(at + 1).every(apart(one.x, one.y, 40, 12)));
    assert.ok(apart(...obstacle)(one));
    assert.ok(one.x >= 20 && one.x <= 380);
  }
});

test("of a group only the first stands beside its place; without room a label waits", () => {
  const narrow = { anchors: [{ x: 100, y: 100, room: 1, out: 1 }], group: "T7" };
  const [first, second] = placesFor([label(0, 0, narrow), label(0, 0, narrow)], [], 1);
  assert.ok(first && !second);
  assert.deepEqual(placesFor([label(0, 0, { ...narrow, frame: [100, 100, 30, 30] })], [], 1), [null]);
});
