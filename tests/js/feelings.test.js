import assert from "node:assert/strict";
import { test } from "node:test";
import { feelingOf, QUALITIES, shownOf } from "../../components/body_chart/pure/feelings.js";

test("each kind of pain has a figure of its own, which grows with the step", () => {
  assert.equal(new Set(QUALITIES.map((quality) => feelingOf(quality, 10).d)).size, QUALITIES.length);
  assert.equal(feelingOf("ache", 20).size, 2 * feelingOf("ache", 10).size);
});

test("what is shown are the kinds of the marks alone, each once", () => {
  /** @type {Record<string, import("../../components/body_chart/pure/data.d.ts").Quality>} */
  const felt = { "calf_inner.right": "cramp", "calf_inner.left": "cramp", "heel_sole.left": "ache", gone: "burning" };
  const marks = new Set(["calf_inner.right", "calf_inner.left", "heel_sole.left"]);
  assert.deepEqual(shownOf(felt, marks), ["ache", "cramp"]);
  assert.deepEqual(shownOf({}, marks), []);
});
