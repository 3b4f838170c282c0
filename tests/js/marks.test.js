import assert from "node:assert/strict";
import { test } from "node:test";
import { Marks } from "../../components/body_chart/pure/marks.js";

const KNEE = "knee_front.right";
const SHIN = "shin_inner.right";

test("a mark is set and taken away, and the set before stays as it was", () => {
  const none = new Marks();
  const one = none.toggled(KNEE, 1000);
  assert.deepEqual(one.message, { seq: 1000, base: null, marks: [KNEE] });
  assert.deepEqual(one.toggled(KNEE, 1001).message, { seq: 1001, base: null, marks: [] });
  assert.deepEqual([...none.set], []);
  assert.ok(one.has(KNEE) && !none.has(KNEE));
});

test("the order of the clicks is told, a fixed order is shown", () => {
  const both = new Marks().toggled(SHIN, 1).toggled(KNEE, 2);
  assert.deepEqual(both.message.marks, [SHIN, KNEE]);
  assert.equal(both.text, `${KNEE},${SHIN}`);
});

test("a mark taken away and set again is the newest", () => {
  const both = new Marks([KNEE, SHIN]).toggled(KNEE, 1).toggled(KNEE, 2);
  assert.deepEqual(both.message.marks, [SHIN, KNEE]);
});

test("the number of a click grows with the clock, within one moment, and when the clock goes back", () => {
  const first = new Marks().toggled(KNEE, 5000);
  const same = first.toggled(KNEE, 5000);
  const back = same.toggled(KNEE, 4000);
  const later = back.toggled(KNEE, 9000);
  assert.deepEqual([first.seq, same.seq, back.seq, later.seq], [5000, 5001, 5002, 9000]);
});

test("a click names the revision on which it is based", () => {
  const taken = new Marks().taking({ revision: 7, marks: [KNEE] });
  assert.deepEqual(taken.toggled(SHIN, 1).message, { seq: 1, base: 7, marks: [KNEE, SHIN] });
});

test("clicks that Python has not seen are kept while its revision is the same", () => {
  const clicked = new Marks([], 7).toggled(KNEE, 1).toggled(SHIN, 2);
  assert.equal(clicked.taking({ revision: 7, marks: [KNEE] }), clicked);
});

test("a new revision replaces the marks and keeps the number", () => {
  const clicked = new Marks([], 7).toggled(KNEE, 10);
  const taken = clicked.taking({ revision: 8, marks: [SHIN] });
  assert.deepEqual(taken.message, { seq: 10, base: 8, marks: [SHIN] });
  assert.equal(taken.toggled(KNEE, 3).seq, 11);
});

test("a page reached just now takes Python's marks whatever the revision", () => {
  const taken = new Marks([KNEE], 7, 10).taking({ revision: 7, marks: [] }, true);
  assert.deepEqual(taken.message, { seq: 10, base: 7, marks: [] });
});

test("the first state is taken, also an empty one", () => {
  const taken = new Marks().taking({ revision: 0, marks: [] });
  assert.equal(taken.revision, 0);
});

test("a box adds what is new, and is no click where nothing is", () => {
  const one = new Marks([KNEE], 7);
  assert.equal(one.with([KNEE], 1), one);
  assert.equal(one.with([], 1), one);
  assert.deepEqual(one.with([KNEE, SHIN, SHIN], 1).message, { seq: 1, base: 7, marks: [KNEE, SHIN] });
});

test("back and forward are a click only where the address says something else", () => {
  const both = new Marks([KNEE, SHIN], 7);
  assert.equal(both.replaced([KNEE, SHIN], 1), both);
  assert.deepEqual(both.replaced([KNEE], 1).message, { seq: 1, base: 7, marks: [KNEE] });
  assert.deepEqual(both.replaced([], 1).message.marks, []);
  assert.equal(new Marks().replaced([], 1).seq, 0);
});

test("the marks can be made from another chart's without sharing a set", () => {
  const from = new Set([KNEE]);
  const marks = new Marks(from);
  from.clear();
  assert.ok(marks.has(KNEE));
});
