import assert from "node:assert/strict";
import { test } from "node:test";
import { layOut, scaledLengths } from "../../components/body_chart/pure/picture.js";

/** @type {import("../../components/body_chart/pure/data.js").Box} */
const SCENE = [-100, 50, 12400, 6200]; // ten units in a pixel
const NOTES = ["A notice.", "A credit."];

test("the notes stand below the body, small, and the picture grows by their lines", () => {
  const laid = layOut(SCENE, [], NOTES);
  assert.equal(laid.unit, 10);
  assert.deepEqual(laid.box, [-100, 50, 12400, 6200 + 2 * 180]);
  assert.deepEqual(laid.pixels, { width: 1240, height: 656 });
  assert.deepEqual(
    laid.lines,
    NOTES.map((text, index) => ({ text, x: 6100, y: 6250 + 144 + 180 * index, size: 90, weight: 400 })),
  );
});

test("every line lies below the body and inside the picture", () => {
  const { box, lines } = layOut(SCENE, ["One", "Two", "Three"], NOTES);
  for (const { y } of lines) assert.ok(y > 6250 && y < box[1] + box[3]);
  assert.deepEqual(
    lines.map(({ y }) => y),
    [...lines.map(({ y }) => y)].sort((a, b) => a - b),
  );
});

test("titles come first, larger and bold", () => {
  const { lines } = layOut(SCENE, ["One"], NOTES);
  assert.deepEqual(
    lines.map(({ text, size, weight }) => [text, size, weight]),
    [
      ["One", 130, 600],
      ["A notice.", 90, 400],
      ["A credit.", 90, 400],
    ],
  );
});

test("only titles that are compared have a swatch, one on each line", () => {
  assert.deepEqual(layOut(SCENE, ["One"], NOTES).swatches, []);
  const { lines, swatches } = layOut(SCENE, ["One", "Two"], NOTES);
  assert.deepEqual(
    swatches.map(({ y }) => y),
    lines.slice(0, 2).map(({ y }) => y - 100),
  );
  assert.deepEqual(swatches[0], { x: 20, y: lines[0].y - 100, width: 220, height: 110 });
});

test("lengths in pixels become units", () => {
  assert.equal(scaledLengths("1.4px", 10), "14");
  assert.equal(scaledLengths("4px, 2.5px", 10), "40 25");
  assert.equal(scaledLengths("5 3", 2), "10 6");
});
