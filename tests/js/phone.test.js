import assert from "node:assert/strict";
import { test } from "node:test";
import { barOf } from "../../components/body_chart/pure/phone.js";

test("without a mark there is nothing to say", () => {
  assert.equal(barOf([], undefined).text, "");
});

test("the newest mark is named and the others are counted", () => {
  assert.equal(barOf(["Inner calf, right"], undefined).text, "Inner calf, right");
  assert.equal(barOf(["Inner calf, right", "Knee, left"], undefined).text, "Knee, left and 1 more");
});

test("the parts carry their counts, or their names alone", () => {
  const counts = { warnings: 5, muscles: 1, injuries: 0 };
  assert.deepEqual(barOf(["A"], counts).entries, [
    ["warnings", "5 warnings"],
    ["muscles", "1 muscle"],
    ["injuries", "0 injuries"],
  ]);
  assert.deepEqual(
    barOf(["A"], undefined).entries.map(([, label]) => label),
    ["Warnings", "Muscles", "Injuries"],
  );
});

test("a part that a page does not count has no way to it", () => {
  const { entries } = barOf(["A"], { warnings: 3, injuries: 1 });
  assert.deepEqual(
    entries.map(([, label]) => label),
    ["3 warnings", "", "1 injury"],
  );
  assert.deepEqual(
    barOf(["A"], {}).entries.map(([, label]) => label),
    ["", "", ""],
  );
});
