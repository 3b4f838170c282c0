import assert from "node:assert/strict";
import { test } from "node:test";
import { isBoxed, rectBetween, shareCovered } from "../../components/body_chart/pure/boxes.js";

const REGION = { left: 10, right: 30, top: 10, bottom: 20 };

test("a box is the same from whichever corner it is drawn", () => {
  const rect = { left: 1, right: 5, top: 2, bottom: 8 };
  for (const [from, to] of [
    [
      [1, 2],
      [5, 8],
    ],
    [
      [5, 8],
      [1, 2],
    ],
    [
      [1, 8],
      [5, 2],
    ],
    [
      [5, 2],
      [1, 8],
    ],
  ]) {
    assert.deepEqual(rectBetween({ x: from[0], y: from[1] }, { x: to[0], y: to[1] }), rect);
  }
});

test("the share of a region that a box covers", () => {
  assert.equal(shareCovered(REGION, { left: 0, right: 99, top: 0, bottom: 99 }), 1);
  assert.equal(shareCovered(REGION, { left: 10, right: 20, top: 0, bottom: 99 }), 0.5);
  assert.equal(shareCovered(REGION, { left: 20, right: 99, top: 15, bottom: 99 }), 0.25);
  assert.equal(shareCovered(REGION, { left: 30, right: 99, top: 0, bottom: 99 }), 0);
  assert.equal(shareCovered(REGION, { left: 40, right: 99, top: 40, bottom: 99 }), 0);
});

test("half of a region is enough, a little less is not", () => {
  assert.ok(isBoxed(REGION, { left: 10, right: 20, top: 0, bottom: 99 }));
  assert.ok(!isBoxed(REGION, { left: 10, right: 19.9, top: 0, bottom: 99 }));
});

test("a region without an extent cannot be boxed", () => {
  assert.ok(!isBoxed({ left: 10, right: 10, top: 10, bottom: 20 }, { left: 0, right: 99, top: 0, bottom: 99 }));
});
