import assert from "node:assert/strict";
import { test } from "node:test";
import { Zoom } from "../../components/body_chart/pure/zoom.js";

/** @type {import("../../components/body_chart/pure/data.js").Box} */
const SCENE = [-100, 0, 1200, 600];
const whole = Zoom.whole(SCENE);
/** @param {Zoom} zoom */
const part = ({ x, y, w, h }) => [x, y, w, h];

test("the whole scene is shown and not zoomed", () => {
  assert.deepEqual(part(whole), SCENE);
  assert.equal(whole.zoomed, false);
  assert.equal(whole.viewBox, "-100 0 1200 600");
  assert.deepEqual(whole.centre, [500, 300]);
});

test("a zoom is never changed, only replaced", () => {
  const near = whole.zoomTo(600, [500, 300]);
  assert.deepEqual(part(whole), SCENE);
  assert.deepEqual(part(near), [200, 150, 600, 300]);
  assert.throws(() => Object.assign(near, { x: 0 }), TypeError);
});

test("the point that is zoomed to stays where it is in the picture", () => {
  const at = /** @type {const} */ ([800, 120]);
  const near = whole.zoomTo(300, at);
  assert.equal((at[0] - near.x) / near.w, (at[0] - whole.x) / whole.w);
  assert.equal((at[1] - near.y) / near.h, (at[1] - whole.y) / whole.h);
  const nearer = near.zoomTo(200, at);
  assert.ok(Math.abs((at[0] - nearer.x) / nearer.w - (at[0] - whole.x) / whole.w) < 1e-12);
});

test("no part is smaller than a twelfth or larger than the scene", () => {
  assert.equal(whole.zoomTo(1, [0, 0]).w, 100);
  assert.equal(whole.zoomTo(1, [0, 0]).h, 50);
  assert.deepEqual(part(whole.zoomTo(600, [0, 0]).zoomTo(9999, [900, 500])), SCENE);
});

test("no part leaves the scene", () => {
  const near = whole.zoomTo(600, [500, 300]);
  assert.deepEqual(part(near.panBy(-5000, -5000)), [-100, 0, 600, 300]);
  assert.deepEqual(part(near.panBy(5000, 5000)), [500, 300, 600, 300]);
  assert.deepEqual(part(near.panBy(10, -20)), [210, 130, 600, 300]);
  assert.deepEqual(part(near.centredOn([-100, 0])), [-100, 0, 600, 300]);
  assert.deepEqual(near.centredOn([400, 310]).centre, [400, 310]);
  assert.deepEqual(part(near.centredOn([500, 590]).zoomTo(900, [500, 0])), [50, 150, 900, 450]);
});

test("the whole scene cannot be moved", () => {
  assert.deepEqual(part(whole.panBy(50, 50)), SCENE);
});

test("a part contains what lies inside its edges", () => {
  const near = whole.zoomTo(600, [500, 300]);
  assert.ok(near.contains([201, 151]) && near.contains([799, 449]));
  assert.ok(!near.contains([200, 300]) && !near.contains([800, 300]));
  assert.ok(!near.contains([500, 150]) && !near.contains([500, 450]));
});

test("rounding alone does not count as zoomed", () => {
  assert.equal(new Zoom(SCENE, [-100, 0, 1199.9, 599.95]).zoomed, false);
  assert.equal(new Zoom(SCENE, [-100, 0, 1190, 595]).zoomed, true);
});

test("a box is shown with room around it, inside the scene and not too near", () => {
  /** @type {import("../../components/body_chart/pure/data.js").Box} */
  const scene = [0, 0, 1000, 2000];
  const zoom = Zoom.around(scene, [300, 400, 200, 100]);
  assert.ok(zoom.x <= 300 && zoom.y <= 400 && zoom.x + zoom.w >= 500 && zoom.y + zoom.h >= 500);
  assert.equal(zoom.w / zoom.h, 0.5);
  assert.ok(Zoom.around(scene, [10, 10, 1, 1]).w >= 200);
  assert.equal(Zoom.around(scene, [0, 0, 1000, 2000]).w, 1000);
});
