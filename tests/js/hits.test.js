import assert from "node:assert/strict";
import { test } from "node:test";
import { musclesUnder } from "../../components/body_chart/pure/hits.js";

/** A path here is the span of x in which a shape lies. @typedef {[number, number]} Span */
/** @type {(span: Span, x: number, y: number) => boolean} */
const inside = ([low, high], x) => x >= low && x <= high;
/** @type {(id: string, path: Span, part?: string) => any} */
const muscle = (id, path, part = id) => ({ id, name: id, part, d: "", path });

const OUTLINES = {
  back: {
    surface: [
      { id: "under", path: /** @type {Span} */ ([0, 50]) },
      { id: "seen", path: /** @type {Span} */ ([20, 50]) },
    ],
    anatomy: [muscle("trapezius", [0, 60], "seen"), muscle("rhomboid", [0, 60]), muscle("erector", [0, 60], "under")],
  },
};
/** @type {any[]} */
const PANELS = [{ panel: { view: "back", at: [1000, 0], sides: { left: -1, right: 1 } } }];
/** @param {number} x */
const under = (x) => musclesUnder([x, 5], PANELS, OUTLINES, inside);

test("the muscle seen on the surface comes first, then inwards", () => {
  assert.deepEqual(
    under(1030).map(({ id }) => id),
    ["trapezius", "rhomboid", "erector"],
  );
  assert.deepEqual(
    under(1010).map(({ id }) => id),
    ["erector", "trapezius", "rhomboid"],
  );
});

test("what is seen on the first side of a panel counts on the others, too", () => {
  const ids = under(990).map(({ id }) => id);
  assert.deepEqual(ids, ["erector", "trapezius", "rhomboid"]);
});

test("without a piece on the surface the order of depth stays", () => {
  assert.deepEqual(
    under(1055).map(({ id }) => id),
    ["trapezius", "rhomboid", "erector"],
  );
});

test("the side is that of the body on which the point lies", () => {
  assert.deepEqual(new Set(under(1030).map(({ side }) => side)), new Set(["right"]));
  assert.deepEqual(new Set(under(970).map(({ side, sign }) => `${side} ${sign}`)), new Set(["left -1"]));
});

test("nothing lies beside the body", () => {
  assert.deepEqual(under(2000), []);
});

test("a muscle that crosses the midline is listed once, on the side of the piece seen", () => {
  const crossing = {
    surface: [{ id: "wide", path: /** @type {Span} */ ([-5, 5]) }],
    anatomy: [muscle("wide", [-5, 5])],
  };
  const found = musclesUnder([1003, 0], PANELS, { back: crossing }, inside);
  assert.deepEqual(
    found.map(({ id, side }) => [id, side]),
    [["wide", "right"]],
  );
});

test("a bone drawn whole with the first side does not cover the muscle of the second side", () => {
  const spine = {
    surface: [
      { id: "spine", path: /** @type {Span} */ ([-9, 9]), midline: /** @type {const} */ (1) },
      { id: "latissimus", path: /** @type {Span} */ ([2, 50]) },
    ],
    anatomy: [muscle("iliocostalis", [0, 60]), muscle("latissimus", [0, 60])],
  };
  for (const x of [995, 1005]) {
    const [first] = musclesUnder([x, 0], PANELS, { back: spine }, inside);
    assert.equal(first.id, "latissimus");
  }
});

test("a muscle under two pieces of another is listed once", () => {
  const twice = { surface: [], anatomy: [muscle("vastus", [0, 9], "head"), muscle("vastus", [0, 9], "belly")] };
  const found = musclesUnder([1003, 0], PANELS, { back: twice }, inside);
  assert.deepEqual(
    found.map(({ part }) => part),
    ["head"],
  );
});
