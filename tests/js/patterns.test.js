import assert from "node:assert/strict";
import { test } from "node:test";
import {
  muscleIn,
  patternOf,
  pointOf,
  seesThrough,
  shapesIn,
  splitId,
  withPreview,
  zonesOf,
} from "../../components/body_chart/pure/patterns.js";

const NAMES = ["calf", "foot", "sacrum"];
const MIDLINE = new Set(["sacrum"]);
/** @type {import("../../components/body_chart/pure/data.js").ScenePoint} */
const POINT = ["Soleus, TrP1", "soleus", [0, 4], [5, 6], { back: [0, 1], sole: [2, -1, 3] }, { back: [10, -20] }];
const PATTERNS = {
  units: { shapes: 10, muscles: 5 },
  points: { soleus_1: POINT },
  muscles: { soleus: { back: ["M0 0l1 1z", "achilles"] } },
  through: { soleus: { front: ["M5 5l1 1z"] } },
  shapes: { back: ["M0", "M1"], sole: ["", "", "M2", "M3"] },
  textures: {},
};
/** @type {any} */
const SCENE = {
  patterns: PATTERNS,
  says: { titles: { left: "{}, left", right: "{}, right", "": "{} (drawn on the right)" } },
  views: { back: { surface: [{ id: "achilles", d: "MA" }] } },
};

test("a name holds point and side", () => {
  assert.deepEqual(splitId("soleus_1@left"), { point: "soleus_1", side: "left" });
  assert.deepEqual(splitId("soleus_1@"), { point: "soleus_1", side: "" });
  assert.deepEqual(splitId("soleus_1@up"), { point: "soleus_1", side: "" });
});

test("a pattern covers its places on its side, the other side or both, and the midline once", () => {
  assert.deepEqual(zonesOf(NAMES, MIDLINE, POINT, "left"), {
    primary: ["calf.left", "foot.left", "foot.right"],
    spillover: ["foot.right", "sacrum"],
  });
});

test("right is the mirror image of left", () => {
  const swapped = (/** @type {string[]} */ marks) =>
    marks.map((mark) => mark.replace(/left|right/, (side) => (side === "left" ? "right" : "left"))).sort();
  const left = zonesOf(NAMES, MIDLINE, POINT, "left");
  const right = zonesOf(NAMES, MIDLINE, POINT, "right");
  assert.deepEqual(swapped(left.primary), [...right.primary].sort());
  assert.deepEqual(swapped(left.spillover), [...right.spillover].sort());
  /** @type {any} */
  const back = { view: "back", sides: { left: -1, right: 1 } };
  assert.deepEqual(shapesIn(PATTERNS, POINT, back, "left"), { primary: "M0", spillover: "M1", sign: -1 });
  assert.deepEqual(shapesIn(PATTERNS, POINT, back, "right"), { primary: "M0", spillover: "M1", sign: 1 });
});

test("a panel of one side draws what lies on that side", () => {
  /** @type {any} */
  const left = { view: "sole", sides: { left: 1 } };
  assert.deepEqual(shapesIn(PATTERNS, POINT, left, "left"), { primary: "M2", spillover: "", sign: 1 });
  assert.deepEqual(shapesIn(PATTERNS, POINT, left, "right"), { primary: "M3", spillover: "", sign: 1 });
  /** @type {any} */
  const elsewhere = { view: "front", sides: { left: 1 } };
  assert.deepEqual(shapesIn(PATTERNS, POINT, elsewhere, "left"), { primary: "", spillover: "", sign: 1 });
});

test("a muscle is outlined by its own path or by the piece of the surface", () => {
  assert.deepEqual(muscleIn(SCENE, POINT, "back"), [
    { d: "M0 0l1 1z", unit: 5, through: false },
    { d: "MA", unit: 1, through: false },
  ]);
  assert.deepEqual(muscleIn(SCENE, POINT, "sole"), []);
});

test("a muscle that lies deeper is seen through where its view and its side are drawn", () => {
  assert.deepEqual(muscleIn(SCENE, POINT, "front"), [{ d: "M5 5l1 1z", unit: 5, through: true }]);
  /** @type {any} */
  const painted = [{ id: "soleus_1@left", side: "left" }];
  /** @type {(view: string, sides: object) => any} */
  const scene = (view, sides) => ({ ...SCENE, panels: [{ view, sides }] });
  assert.ok(seesThrough(scene("front", { left: 1, right: -1 }), painted));
  assert.ok(!seesThrough(scene("front", { right: -1 }), painted));
  assert.ok(!seesThrough(scene("back", { left: 1 }), painted));
  assert.ok(!seesThrough(scene("front", { left: 1 }), [{ ...painted[0], id: "unknown_1@left" }]));
  assert.ok(!seesThrough(scene("front", { left: 1 }), []));
});

test("a preview says its name in Python's words and is drawn on the right where it has no side", () => {
  assert.equal(patternOf(SCENE, "soleus_1@left", 2)?.title, "Soleus, TrP1, left");
  assert.deepEqual(patternOf(SCENE, "soleus_1@", 0), {
    id: "soleus_1@",
    slot: 0,
    title: "Soleus, TrP1 (drawn on the right)",
    side: "right",
  });
  assert.equal(patternOf(SCENE, "constructor@left", 0), null);
  assert.equal(pointOf(PATTERNS, "nothing_1@left"), undefined);
});

test("a preview takes the place of the painted pattern; pinned ones stay", () => {
  /** @type {any[]} */
  const said = [
    { id: "a@left", slot: 0, pinned: true },
    { id: "b@left", slot: 1, pinned: false },
  ];
  assert.deepEqual(
    withPreview(SCENE, said, "soleus_1@left").map(({ id, slot }) => [id, slot]),
    [
      ["a@left", 0],
      ["soleus_1@left", 1],
    ],
  );
  for (const id of [null, "a@left", "b@left", "nothing_1@left"]) assert.equal(withPreview(SCENE, said, id), said);
  assert.deepEqual(
    withPreview(SCENE, [], "soleus_1@left").map(({ slot }) => slot),
    [0],
  );
});

test("an area is painted with its figure, and what is felt on both sides has no side in its name", () => {
  /** @type {any} */
  const scene = {
    ...SCENE,
    patterns: {
      ...PATTERNS,
      points: { root: ["C6 nerve root", "", [0], [], {}, {}], disc: ["Disc", "", [1], [4], {}, {}], soleus_1: POINT },
      textures: { root: "nerve_root", disc: "disc" },
    },
  };
  const at = { slot: 1, side: "right" };
  assert.deepEqual(patternOf(scene, "root@right", 1), {
    ...at,
    id: "root@right",
    title: "C6 nerve root, right",
    texture: "nerve_root",
  });
  assert.deepEqual(patternOf(scene, "disc@", 1), { ...at, id: "disc@", title: "Disc", texture: "disc" });
  assert.deepEqual(patternOf(scene, "root@", 1)?.title, "C6 nerve root (drawn on the right)");
  assert.ok(!("texture" in (patternOf(scene, "soleus_1@left", 1) ?? {})));
});
