import assert from "node:assert/strict";
import { test } from "node:test";
import { Gesture } from "../../components/body_chart/pure/gesture.js";

test("a pointer that hardly travels taps where it went down", () => {
  const gesture = new Gesture();
  gesture.down(1, 100, 100, 1200);
  assert.ok(gesture.pressing);
  assert.deepEqual(gesture.move(1, 106, 100), { dx: 6, dy: 0, dragged: false });
  assert.deepEqual(gesture.tapped(1), { x: 100, y: 100 });
  assert.equal(gesture.gone(1), true);
  assert.ok(!gesture.pressing);
});

test("a pointer that travelled drags, also when it comes back", () => {
  const gesture = new Gesture();
  gesture.down(1, 100, 100, 1200);
  assert.deepEqual(gesture.move(1, 104, 106), { dx: 4, dy: 6, dragged: true });
  assert.deepEqual(gesture.move(1, 100, 100), { dx: -4, dy: -6, dragged: true });
  assert.equal(gesture.tapped(1), null);
});

test("a pointer that is not down says nothing", () => {
  const gesture = new Gesture();
  assert.equal(gesture.move(1, 5, 5), null);
  assert.equal(gesture.tapped(1), null);
  assert.equal(gesture.pinched, null);
});

test("two pointers pinch around the place between them", () => {
  const gesture = new Gesture();
  gesture.down(1, 100, 100, 1200);
  gesture.down(2, 200, 100, 1200);
  gesture.move(2, 300, 100);
  assert.deepEqual(gesture.pinched, { width: 600, x: 200, y: 100 });
  gesture.move(1, 250, 100);
  assert.deepEqual(gesture.pinched, { width: 2400, x: 275, y: 100 });
});

test("after a pinch the finger that stays neither taps nor pinches", () => {
  const gesture = new Gesture();
  gesture.down(1, 100, 100, 1200);
  gesture.down(2, 200, 100, 1200);
  assert.equal(gesture.tapped(2), null);
  assert.equal(gesture.gone(2), false);
  assert.equal(gesture.pinched, null);
  assert.equal(gesture.tapped(1), null);
  assert.equal(gesture.gone(1), true);
  gesture.down(3, 10, 10, 1200);
  assert.deepEqual(gesture.tapped(3), { x: 10, y: 10 });
});
