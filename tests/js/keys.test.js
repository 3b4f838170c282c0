import assert from "node:assert/strict";
import { test } from "node:test";
import { commandOf } from "../../components/body_chart/pure/keys.js";

test("arrows move along one axis, y downwards", () => {
  assert.deepEqual(commandOf("ArrowUp"), { move: [0, -1] });
  assert.deepEqual(commandOf("ArrowDown"), { move: [0, 1] });
  assert.deepEqual(commandOf("ArrowLeft"), { move: [-1, 0] });
  assert.deepEqual(commandOf("ArrowRight"), { move: [1, 0] });
});

test("the other keys of the chart", () => {
  for (const key of [" ", "Enter"]) assert.deepEqual(commandOf(key), { press: true });
  for (const key of ["+", "="]) assert.deepEqual(commandOf(key), { zoom: "in" });
  assert.deepEqual(commandOf("-"), { zoom: "out" });
  assert.deepEqual(commandOf("0"), { zoom: "all" });
  assert.deepEqual([commandOf("Home"), commandOf("End")], [{ go: "first" }, { go: "last" }]);
});

test("all other keys belong to the browser", () => {
  for (const key of ["Tab", "Escape", "a", "Shift", "toString", "__proto__"]) assert.equal(commandOf(key), null);
});
