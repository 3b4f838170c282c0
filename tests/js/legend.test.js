import assert from "node:assert/strict";
import { test } from "node:test";
import { legendOf } from "../../components/body_chart/pure/legend.js";

/** @type {(title: string, slot: number, more?: object) => any} */
const pattern = (title, slot, more = {}) => ({ title, slot, ...more });
const SOLEUS = pattern("Soleus, TrP1, left", 0);
const TIBIALIS = pattern("Tibialis posterior, left", 1);

test("nothing painted, nothing said", () => {
  assert.deepEqual(legendOf([], null), {
    titles: [],
    patterns: false,
    map: false,
    felt: false,
    through: false,
    areas: false,
  });
});

test("a single pattern needs no swatch", () => {
  assert.deepEqual(legendOf([SOLEUS], null).titles, [{ text: "Soleus, TrP1, left", slot: null }]);
});

test("patterns that are compared have the swatches of their slots", () => {
  assert.deepEqual(
    legendOf([SOLEUS, TIBIALIS], null).titles.map(({ slot }) => slot),
    [0, 1],
  );
});

test("a muscle that lies deeper is explained only where one is drawn", () => {
  assert.ok(!legendOf([SOLEUS], null).through);
  assert.ok(legendOf([SOLEUS], null, {}, true).through);
});

test("the map and the places of a condition have their own legend", () => {
  assert.ok(legendOf([], { counts: {} }).map);
  assert.ok(legendOf([pattern("Shin splints: where it can be felt", 0, { felt: true })], null).felt);
});

test("an area of another kind has a swatch also alone, and says what it is", () => {
  const root = pattern("C6 nerve root, right", 0, { texture: "nerve_root" });
  const said = { nerve_root: /** @type {const} */ ("pain of the root") };
  const alone = legendOf([root], null, said);
  assert.deepEqual(alone.titles, [{ text: "C6 nerve root, right: pain of the root", slot: 0, texture: "nerve_root" }]);
  assert.ok(alone.areas);
  const both = legendOf([SOLEUS, { ...root, slot: 1 }], null, said);
  assert.ok(!both.areas, "the keys of muscles stay");
  assert.deepEqual(both.titles[0], { text: "Soleus, TrP1, left", slot: 0 });
});
