// What is drawn where, and what a press, a key or a finger does, on a page of our own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeNode, pointed } from "./page.js";

const { drawScene, centreOf, isSameScene } = await import("../../components/body_chart/drawing.js");
const { drawCrosses, paintBody, crossAt } = await import("../../components/body_chart/painting.js");
const { noteZones } = await import("../../components/body_chart/zoning.js");
const { drawMarks, drawFocus } = await import("../../components/body_chart/outlines.js");
const { Focus } = await import("../../components/body_chart/focus.js");
const { Marking } = await import("../../components/body_chart/marking.js");
const { Camera } = await import("../../components/body_chart/zooming.js");
const { Marks } = await import("../../components/body_chart/pure/marks.js");
const { Zoom } = await import("../../components/body_chart/pure/zoom.js");

const VIEW = {
  skin: "SKIN",
  surface: [{ id: "muscle_on_top", kind: "muscle", d: "MUSCLE" }],
  fibres: [],
  details: [],
  regions: [
    { id: "knee", d: "KNEE" },
    { id: "navel", d: "NAVEL", midline: 1 },
  ],
};
/** A panel of both sides as seen from the front, and one of the right leg alone. */
const SCENE = /** @type {any} */ ({
  id: "made",
  box: [0, 0, 1000, 500],
  panels: [
    { view: "front", caption: "Front", sides: { left: 1, right: -1 }, at: [300, 400], captionAt: [300, 20] },
    { view: "leg", caption: "Leg", sides: { right: -1 }, at: [800, 400], captionAt: [800, 20] },
  ],
  views: { front: VIEW, leg: { ...VIEW, regions: [VIEW.regions[0]] } },
  names: { knee: ["Knee", "Regio genus"], navel: ["Navel", "Umbilicus"] },
  looks: [],
  patterns: {
    units: { shapes: 10, muscles: 5 },
    points: {
      p: ["P", "m", [0], [2, 3], { front: [0, 1, -1, 1], leg: [0, -1, -1, 1] }, { front: [50, -9], leg: [7, -9] }],
    },
    muscles: { m: { front: ["muscle_on_top"] } },
    through: { m: { leg: ["MDEEP"] } },
    shapes: { front: ["MAIN", "SPILL"], leg: ["MAIN", "SPILL"] },
    textures: {},
  },
  says: { titles: { left: "{}, left", right: "{}, right", "": "{}" } },
});

/** @returns {any} */
const drawing = () => drawScene(SCENE, /** @type {any} */ (new FakeNode("div")));
/** @type {(name: string, node: any) => any[]} */
const named = (name, node) => node.all.filter((/** @type {any} */ inner) => inner.has(name));

test("every place is drawn on its side and the midline once", () => {
  const { regions } = drawing();
  assert.deepEqual(
    regions.map((/** @type {any} */ region) => [region.key, region.drawn.index, region.path.sign]),
    [
      ["knee.left", 0, 1],
      ["navel", 0, 1],
      ["knee.right", 0, -1],
      ["knee.right", 1, -1],
    ],
  );
  assert.deepEqual(
    regions.slice(2).map((/** @type {any} */ region) => region.path.attributes["aria-label"]),
    ["Knee, your right, front view (Regio genus)", "Knee, your right, leg view (Regio genus)"],
  );
});

test("L stands over the left side and R over the right, where both are drawn", () => {
  const letters = named("side", drawing().svg);
  assert.deepEqual(
    letters.map((letter) => [letter.textContent, Number(letter.attributes.x) > 300, letter.children[0].textContent]),
    [
      ["L", true, "left side of the body"],
      ["R", false, "right side of the body"],
    ],
  );
});

/** Where a cross is drawn, from the middle of each panel: panel and x. @type {(side: string) => [number, number][]} */
const crossed = (side) => {
  const drawn = drawing();
  drawCrosses(drawn, /** @type {any} */ ([{ id: `p@${side}`, title: "<b>", side }]));
  return drawn.panels.flatMap((/** @type {any} */ panel) =>
    named("cross-hit", panel.over).map((hit) => [panel.index, Number(hit.attributes.cx) * hit.sign]),
  );
};

test("a cross stands on its side of every panel that shows it", () => {
  assert.deepEqual(crossed("left"), [[0, 50]]);
  assert.deepEqual(crossed("right"), [
    [0, -50],
    [1, -7],
  ]);
});

test("a cross is found where it was drawn and nowhere else", () => {
  const drawn = drawing();
  const cross = /** @type {any} */ ({ id: "p@left", title: "P", side: "left" });
  drawCrosses(drawn, [cross]);
  [pointed.under] = named("cross-hit", drawn.svg);
  assert.equal(crossAt(drawn, 1, 1), cross);
  pointed.under = drawn.regions[0].path;
  assert.equal(crossAt(drawn, 1, 1), undefined);
});

const PATTERN = /** @type {any} */ ({ id: "p@right", slot: 0, title: "P", side: "right" });

/** Which shapes of a level a layer holds, and on which side. @type {(layer: any, name: string) => [string, number][]} */
const shapes = (layer, name) =>
  named(name, layer)
    .flatMap((node) => (node.tag === "g" ? named("zone", node) : [node]))
    .map((node) => [node.attributes.d, node.sign]);

test("main zones, spillover and the muscle are painted on their own sides", () => {
  const drawn = drawing();
  paintBody(drawn, [PATTERN], null);
  const [front, leg] = drawn.panels.map((/** @type {any} */ panel) => panel.paint);
  assert.deepEqual(shapes(front, "primary"), [["MAIN", -1]]);
  assert.deepEqual(shapes(front, "spillover"), [["SPILL", -1]]);
  assert.deepEqual(shapes(front, "muscle-edge"), [["MUSCLE", -1]]);
  assert.deepEqual(shapes(leg, "primary"), [["MAIN", -1]]);
  assert.deepEqual(shapes(leg, "spillover"), []);
  assert.deepEqual(shapes(leg, "muscle-edge"), [["MDEEP", -1]]);
});

test("a muscle that lies deeper is drawn as seen through, filled nowhere", () => {
  const drawn = drawing();
  paintBody(drawn, [PATTERN], null);
  const [front, leg] = drawn.panels.map((/** @type {any} */ panel) => panel.paint);
  for (const name of ["muscle-outline", "muscle-edge"]) {
    assert.deepEqual(
      [front, leg].map((layer) => named(name, layer).map((node) => node.has("through"))),
      [[false], [true]],
    );
  }
});

test("the panel of one side draws what reaches over from the other, without the muscle", () => {
  const drawn = drawing();
  paintBody(drawn, [{ ...PATTERN, id: "p@left", side: "left" }], null);
  const [front, leg] = drawn.panels.map((/** @type {any} */ panel) => panel.paint);
  assert.deepEqual(shapes(front, "primary"), [["MAIN", 1]]);
  assert.deepEqual(shapes(leg, "primary"), []);
  assert.deepEqual(shapes(leg, "spillover"), [["SPILL", -1]]);
  assert.deepEqual(shapes(leg, "muscle-edge"), []);
});

test("shapes and muscles are drawn in their own units", () => {
  const drawn = drawing();
  paintBody(drawn, [PATTERN], null);
  const [, { paint }] = drawn.panels;
  const scales = ["zone", "muscle-edge"].map((name) => named(name, paint)[0].attributes.transform);
  assert.deepEqual(scales, ["scale(10 10)", "scale(5 5)"]);
});

test("the places say which level is felt there, on the right side, and forget it", () => {
  const drawn = drawing();
  const levels = () => drawn.regions.map((/** @type {any} */ { path }) => path.dataset.zone ?? "");
  noteZones(drawn, [PATTERN]);
  assert.deepEqual(levels(), ["spillover", "spillover", "primary", "primary"]);
  noteZones(drawn, [{ ...PATTERN, id: "p@left", side: "left" }]);
  assert.deepEqual(levels(), ["primary", "spillover", "spillover", "spillover"]);
  noteZones(drawn, []);
  assert.deepEqual(levels(), ["", "", "", ""]);
});

test("the places of a condition are painted themselves", () => {
  const drawn = drawing();
  const felt = { ...PATTERN, id: "c", felt: true, primary: ["knee.left"] };
  paintBody(drawn, [felt], null);
  noteZones(drawn, [felt]);
  const [front, leg] = drawn.panels.map((/** @type {any} */ panel) => panel.paint);
  assert.deepEqual(shapes(front, "primary"), [["KNEE", 1]]);
  assert.deepEqual(shapes(leg, "primary"), []);
  assert.equal(drawn.regions[0].path.dataset.zone, "primary");
});

test("what was painted makes room, and the map shades by number", () => {
  const drawn = drawing();
  paintBody(drawn, [PATTERN], null);
  paintBody(drawn, [], { counts: { "knee.left": 1, "knee.right": 9 } });
  const [{ paint }] = drawn.panels;
  assert.deepEqual(named("zone", paint), []);
  assert.deepEqual(
    named("shade", paint).map((node) => [node.attributes.class, node.sign]),
    [
      ["shade shade-1", 1],
      ["shade shade-4", -1],
    ],
  );
});

test("marks are outlined and said to be chosen, also in the second panel that shows them", () => {
  const drawn = drawing();
  drawMarks(drawn, new Marks(["knee.right"]));
  drawMarks(drawn, new Marks(["knee.right"]));
  assert.equal(named("mark-line", drawn.svg).length, 2);
  assert.deepEqual(
    drawn.regions.map((/** @type {any} */ { path }) => path.classes.has("marked")),
    [false, false, true, true],
  );
  assert.deepEqual(
    drawn.regions.map((/** @type {any} */ { path }) => path.attributes["aria-selected"]),
    ["false", "false", "true", "true"],
  );
});

test("one place has the focus line and one the hover line", () => {
  const drawn = drawing();
  drawFocus(drawn, drawn.regions[0], drawn.regions[1]);
  drawFocus(drawn, drawn.regions[2], null);
  assert.deepEqual([named("focus-line", drawn.svg).length, named("hover-line", drawn.svg).length], [1, 0]);
  assert.equal(named("focus-line", drawn.svg)[0].sign, -1);
});

// ---- focus --------------------------------------------------------------------------------------------------

/** @param {string[]} marked */
function focusOn(marked = []) {
  const drawn = drawing();
  for (const [index, region] of drawn.regions.entries())
    region.path.box = { x: 100 * index, y: 0, width: 20, height: 20 };
  const gesture = { pressing: false };
  /** @type {any[]} */
  const seen = [];
  const camera = /** @type {any} */ ({ bringIntoView: (/** @type {any} */ at) => seen.push(at) });
  const line = /** @type {any} */ (new FakeNode("div"));
  const focus = new Focus(drawn, line, camera, /** @type {any} */ (gesture), ({ key }) => marked.includes(key));
  return { focus, drawn, gesture, seen, line };
}

test("the keyboard comes back to the place it left", () => {
  const { focus, drawn } = focusOn();
  focus.enter();
  assert.equal(focus.active, drawn.regions[0]);
  focus.move([1, 0]);
  assert.equal(focus.active, drawn.regions[1]);
  focus.leave();
  assert.equal(focus.active, null);
  assert.equal(drawn.stage.getAttribute("aria-activedescendant"), null);
  focus.enter();
  assert.equal(focus.active, drawn.regions[1]);
  assert.equal(drawn.stage.getAttribute("aria-activedescendant"), drawn.regions[1].path.attributes.id);
});

test("without a place left the first mark is entered", () => {
  const { focus, drawn, line } = focusOn(["navel"]);
  focus.enter();
  assert.equal(focus.active, drawn.regions[1]);
  assert.equal(line.textContent, "Navel · marked");
});

test("home and end are the first and the last place, and past them nothing moves", () => {
  const { focus, drawn } = focusOn();
  focus.go("last");
  assert.equal(focus.active, drawn.regions[3]);
  focus.move([1, 0]);
  assert.equal(focus.active, drawn.regions[3]);
  focus.go("first");
  assert.equal(focus.active, drawn.regions[0]);
});

test("a press leaves the focus to the pointer and moves no picture", () => {
  const { focus, gesture, seen } = focusOn();
  gesture.pressing = true;
  focus.enter();
  assert.equal(focus.active, null);
  assert.deepEqual(seen, []);
  gesture.pressing = false;
  focus.enter();
  assert.deepEqual(seen, [[10, 10]]);
});

test("the middle of a place is the middle of its box", () => {
  const { drawn } = focusOn();
  assert.deepEqual(centreOf(drawn.regions[2]), [210, 10]);
});

// ---- taps ---------------------------------------------------------------------------------------------------

function marking() {
  const { focus, drawn } = focusOn();
  let marks = new Marks();
  /** @type {any[]} */
  const opened = [];
  const change = (/** @type {any} */ next) => {
    marks = next(marks);
  };
  const mode = new Marking(drawn, focus, change, (what) => opened.push(what));
  return { mode, drawn, opened, marks: () => [...marks.set] };
}

test("a tap beside the body takes the nearest place and a click does not", () => {
  const { mode, drawn, marks } = marking();
  mode.regionAt = (x, y) => (x > 105 && y === 50 ? drawn.regions[0] : null);
  mode.tapped(100, 50, true);
  assert.deepEqual(marks(), []);
  mode.tapped(100, 50, false);
  assert.deepEqual(marks(), ["knee.left"]);
  mode.tapped(90, 50, false);
  assert.deepEqual(marks(), ["knee.left"], "too far away");
});

test("a tap on a cross opens its pattern and marks nothing", () => {
  const { mode, drawn, opened, marks } = marking();
  drawCrosses(drawn, /** @type {any} */ ([{ id: "p@left", title: "P", side: "left" }]));
  [pointed.under] = named("cross-hit", drawn.svg);
  mode.tapped(1, 1, true);
  assert.deepEqual([opened, marks()], [[{ point: "p@left" }], []]);
});

test("a tap on the cross of the painted pattern marks the place below, on that of a pinned one it opens", () => {
  const { mode, drawn, opened, marks } = marking();
  drawCrosses(drawn, [PATTERN]);
  pointed.under = [named("cross-hit", drawn.svg)[0], drawn.regions[2].path];
  mode.tapped(1, 1, true);
  assert.deepEqual([opened, marks()], [[], ["knee.right"]]);
  drawCrosses(drawn, [{ ...PATTERN, pinned: true }]);
  pointed.under = [named("cross-hit", drawn.svg)[0], drawn.regions[2].path];
  mode.tapped(1, 1, true);
  assert.deepEqual([opened, marks()], [[{ point: "p@right" }], ["knee.right"]]);
});

test("a tap takes a mark away again, and a box adds only", () => {
  const { mode, drawn, marks } = marking();
  pointed.under = drawn.regions[0].path;
  mode.tapped(1, 1, true);
  mode.boxed({ left: -5, right: 130, top: -5, bottom: 30 });
  assert.deepEqual(marks(), ["knee.left", "navel"]);
  mode.tapped(1, 1, true);
  assert.deepEqual(marks(), ["navel"]);
});

// ---- zoom ---------------------------------------------------------------------------------------------------

function zooming() {
  const svg = /** @type {any} */ (new FakeNode("svg"));
  svg.getScreenCTM = () => null;
  svg.box = { x: 0, y: 0, width: 500, height: 250 };
  return { svg, camera: new Camera(svg, Zoom.whole([0, 0, 1000, 500]), () => {}) };
}

test("plus shows less of the scene, minus more, and the house everything", () => {
  const { svg, camera } = zooming();
  camera.press("in", null);
  camera.press("in", null);
  assert.ok(Math.abs(camera.zoom.w - 1000 / 2.25) < 1e-9);
  assert.deepEqual(camera.zoom.centre, [500, 250]);
  camera.press("out", null);
  assert.ok(Math.abs(camera.zoom.w - 1000 / 1.5) < 1e-9);
  camera.press("all", null);
  assert.equal(svg.getAttribute("viewBox"), "0 0 1000 500");
});

test("what has the focus stays in place", () => {
  const { camera } = zooming();
  camera.press("in", [0, 0]);
  assert.deepEqual([camera.zoom.x, camera.zoom.y], [0, 0]);
});

test("the wheel zooms with a key only: towards the hand more", () => {
  const { camera } = zooming();
  let kept = 0;
  const turned = { clientX: 0, clientY: 0, deltaY: -100, ctrlKey: false, metaKey: false, preventDefault: () => kept++ };
  camera.wheel(/** @type {any} */ (turned));
  assert.deepEqual([camera.zoom.zoomed, kept], [false, 0]);
  camera.wheel(/** @type {any} */ ({ ...turned, metaKey: true }));
  assert.deepEqual([camera.zoom.zoomed, kept], [true, 1]);
  const { w } = camera.zoom;
  camera.wheel(/** @type {any} */ ({ ...turned, ctrlKey: true, deltaY: 10 }));
  assert.ok(camera.zoom.w > w);
});

test("the picture follows the pointer that drags it", () => {
  const { camera } = zooming();
  camera.press("in", null);
  const { x, y, w } = camera.zoom;
  camera.drag(-10, 5);
  const pixel = w / 500;
  assert.ok(Math.abs(camera.zoom.x - x - 10 * pixel) < 1e-9);
  assert.ok(Math.abs(camera.zoom.y - y + 5 * pixel) < 1e-9);
});

test("a place out of sight is brought into the middle, one in sight stays where it is", () => {
  const { camera } = zooming();
  camera.bringIntoView([0, 0]);
  assert.equal(camera.zoom.zoomed, false);
  camera.press("in", [0, 0]);
  camera.press("in", [0, 0]);
  const { viewBox } = camera.zoom;
  camera.bringIntoView([100, 100]);
  assert.equal(camera.zoom.viewBox, viewBox);
  camera.bringIntoView([600, 300]);
  assert.ok(camera.zoom.contains([600, 300]));
});

test("a scene of the other figure is another scene", () => {
  const scene = /** @type {any} */ ({ id: "Foot", figure: "man" });
  assert.ok(isSameScene(scene, { ...scene }));
  assert.ok(!isSameScene(scene, { ...scene, figure: "woman" }));
  assert.ok(!isSameScene(scene, { ...scene, id: "Hand" }));
  assert.ok(!isSameScene(scene, { ...scene, anatomy: {} }));
});
