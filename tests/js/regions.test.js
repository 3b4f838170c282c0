import assert from "node:assert/strict";
import { test } from "node:test";
import { crossPath, identityOf, sidesOf } from "../../components/body_chart/pure/regions.js";

test("a region is called by its side", () => {
  assert.deepEqual(identityOf({ id: "knee_front", d: "" }, "right", ["Kneecap", "patellar region"], 0, "Front"), {
    key: "knee_front.right",
    label: "Kneecap, your right",
    anatomical: "patellar region",
    spoken: "Kneecap, your right, front view (patellar region)",
    element: "bc-0-knee_front-right",
  });
});

test("a midline region has no side", () => {
  const { key, label, element } = identityOf(
    { id: "sacrum", d: "", midline: 1 },
    "left",
    ["Sacrum", "sacral region"],
    1,
    "Back",
  );
  assert.deepEqual([key, label, element], ["sacrum", "Sacrum", "bc-1-sacrum"]);
});

test("the sides of a panel keep the order of the scene", () => {
  const panel = { view: "back", caption: "Back", sides: { right: 1, left: -1 } };
  assert.deepEqual(sidesOf({ ...panel, at: [0, 0], captionAt: [0, 0] }), [
    ["right", 1],
    ["left", -1],
  ]);
});

test("a cross has two strokes through its place", () => {
  assert.equal(crossPath(10, -20, 5), "M5 -25L15 -15M5 -15L15 -25");
});
