import assert from "node:assert/strict";
import { test } from "node:test";
import { heard } from "../../components/body_chart/pure/heard.js";

const COUNTS = { warnings: 3, injuries: 1, muscles: 8 };
const NOTHING = { marks: [], names: [], counts: { warnings: 0, injuries: 0, muscles: 0 }, titles: [] };
const KNEE = { marks: ["knee.right"], names: ["Front of the knee, your right"], counts: COUNTS, titles: ["Soleus"] };
const TWO = {
  ...KNEE,
  marks: ["knee.right", "sternum"],
  names: ["Front of the knee, your right", "Breastbone"],
};

test("a page that is first drawn says nothing", () => {
  assert.equal(heard(undefined, KNEE), "");
});

test("a mark is named with what is known about it: warning signs first", () => {
  assert.equal(heard(NOTHING, KNEE), "Front of the knee, your right marked: 3 warning signs, 1 injury, 8 muscles.");
});

test("another mark is named, and all are counted", () => {
  assert.equal(heard(KNEE, TWO), "Breastbone marked, 2 places in all: 3 warning signs, 1 injury, 8 muscles.");
});

test("a mark that was taken away is named", () => {
  assert.equal(heard(TWO, KNEE), "Breastbone no longer marked: 3 warning signs, 1 injury, 8 muscles.");
});

test("the last mark gone is said", () => {
  assert.equal(heard(KNEE, { ...NOTHING, counts: undefined }), "Nothing is marked.");
});

test("a filter says what it lists", () => {
  const [before, now] = [4, 12].map((injuries) => ({ ...NOTHING, counts: { warnings: 5, injuries } }));
  assert.equal(heard(before, now), "5 warning signs, 12 injuries.");
});

test("a pattern that is painted is named, and that none is left is said", () => {
  assert.equal(heard(KNEE, { ...KNEE, titles: ["Vastus, left", "Soleus"] }), "On the body: Vastus, left; Soleus.");
  assert.equal(heard(KNEE, { ...KNEE, titles: [] }), "No pattern on the body.");
});

test("what is the same is not said again, also where a view has no name for a mark", () => {
  assert.equal(heard(KNEE, { ...KNEE, names: ["A place"] }), "");
});
