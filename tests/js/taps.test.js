import assert from "node:assert/strict";
import { test } from "node:test";
import { Taps } from "../../components/body_chart/pure/taps.js";

test("a double click is one click", () => {
  const taps = new Taps();
  assert.equal(taps.isSecond("knee_front.right", 1000), false);
  assert.equal(taps.isSecond("knee_front.right", 1180), true);
});

test("two clicks apart, or on two places, are two", () => {
  const taps = new Taps();
  assert.equal(taps.isSecond("knee_front.right", 1000), false);
  assert.equal(taps.isSecond("knee_front.right", 1300), false);
  assert.equal(taps.isSecond("sacrum", 1350), false);
  assert.equal(taps.isSecond("knee_front.right", 1400), false);
});

test("of three quick clicks the third counts again", () => {
  const taps = new Taps();
  const seconds = [1000, 1100, 1200, 1300].map((now) => taps.isSecond("sacrum", now));
  assert.deepEqual(seconds, [false, true, false, true]);
});

test("a clock that goes back does no harm", () => {
  const taps = new Taps();
  assert.equal(taps.isSecond("sacrum", 5000), false);
  assert.equal(taps.isSecond("knee_front.right", 100), false);
  assert.equal(taps.isSecond("sacrum", 600), false);
});
