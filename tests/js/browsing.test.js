import assert from "node:assert/strict";
import test from "node:test";
import { thingsByPlace } from "../../components/body_chart/pure/browsing.js";

/** @type {any} regions by number: 0 navel, 1 thumb, 2 wrist; zones are 3 * region + reach */
const SCENE = {
  names: { navel: ["Navel", ""], thumb: ["Thumb", ""], wrist: ["Wrist", ""] },
  patterns: {
    points: {
      root_c6_touch: ["C6", "", [3], [6], {}, {}],
      root_c7_touch: ["C7", "", [6], [3], {}, {}],
      disc: ["Disc", "", [0, 4], [], {}, {}],
    },
  },
};

test("what is mainly felt at a place is listed before what can spill over to it, which then is left out", () => {
  const things = thingsByPlace(SCENE, new Set(["navel"]), ["root_c6_touch", "root_c7_touch"]);
  assert.deepEqual(things.get("thumb.left"), ["root_c6_touch@left"]);
  assert.deepEqual(things.get("wrist.right"), ["root_c7_touch@right"]);
  assert.equal(things.get("navel"), undefined);
});

test("where only something spills over, that is listed; on the midline without a side; each once", () => {
  assert.deepEqual(thingsByPlace(SCENE, new Set(), ["root_c6_touch"]).get("wrist.left"), ["root_c6_touch@left"]);
  const things = thingsByPlace(SCENE, new Set(["navel"]), ["disc", "unknown"]);
  assert.deepEqual(things.get("navel"), ["disc@"]);
  assert.deepEqual(things.get("thumb.left"), ["disc@left"]);
});
