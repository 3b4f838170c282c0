import assert from "node:assert/strict";
import { test } from "node:test";
import {
  areaSwatchOf,
  motifOf,
  SLOTS,
  shadeOf,
  swatchOf,
  TEXTURES,
  textureOf,
} from "../../components/body_chart/pure/slots.js";

const slots = Array.from({ length: SLOTS }, (_, slot) => slot);

test("the shade of the map grows at 1, 2, 4 and 7 patterns", () => {
  assert.deepEqual([0, 1, 2, 3, 4, 6, 7, 99].map(shadeOf), [0, 1, 2, 2, 3, 3, 4, 4]);
});

test("no two slots have lines or dots at the same angle", () => {
  const textures = slots.map((slot) => textureOf(slot, 10));
  assert.equal(new Set(textures.map(({ dots }) => dots.angle)).size, SLOTS);
  assert.equal(new Set(textures.map(({ lines }) => lines.angle)).size, SLOTS);
});

test("textures grow with the step, and a dot lies inside its tile", () => {
  const { dots, lines } = textureOf(1, 10);
  assert.deepEqual(dots, { angle: 60, size: 10, centre: 5, radius: 3 });
  assert.deepEqual(lines, { angle: 45, size: 8, d: "M0 4H10", width: 3.4000000000000004 });
  assert.equal(textureOf(1, 20).dots.radius, 6);
});

test("the first slot is plain in the legend, the others are told apart by their lines", () => {
  assert.equal(swatchOf(0), "");
  assert.equal(new Set(slots.map(swatchOf)).size, SLOTS);
});

test("areas of each kind have a figure of their own, and two of a kind differ in size by slot", () => {
  assert.equal(new Set(TEXTURES.map((texture) => motifOf(texture, 0, 10).d)).size, TEXTURES.length);
  assert.equal(new Set(slots.map((slot) => motifOf("joint", slot, 10).size)).size, SLOTS);
  assert.equal(motifOf("nerve", 0, 20).size, 2 * motifOf("nerve", 0, 10).size);
  const { width } = motifOf("disc", 0, 10);
  assert.ok(width.spillover < width.primary);
});

test("the swatch of an area is filled with its figure from edge to edge", () => {
  for (const slot of slots) {
    const tiles = areaSwatchOf("nerve_root", slot);
    const places = tiles.map(({ transform }) => transform.match(/[\d.]+/g)?.map(Number) ?? []);
    assert.ok(places.every(([x, y]) => x < 28 && y < 14));
    assert.ok(Math.max(...places.map(([x, , size]) => x + size)) >= 28);
    assert.ok(Math.max(...places.map(([, y, size]) => y + size)) >= 14);
  }
});
