import assert from "node:assert/strict";
import { test } from "node:test";
import { slipsBetween } from "../../components/search_list/pure/distance.js";
import { buildIndex } from "../../components/search_list/pure/index.js";
import { find } from "../../components/search_list/pure/rank.js";
import { choiceOf, counted, moved, rowsOf } from "../../components/search_list/pure/rows.js";
import { warningsFor } from "../../components/search_list/pure/warnings.js";
import { plain, wordsIn } from "../../components/search_list/pure/words.js";

/** @import { Entry } from "../../components/search_list/pure/data.d.ts" */

/** @type {Entry[]} */
const ENTRIES = [
  { kind: "region", id: "knee_front", name: "Front of the knee", names: ["Front of the knee", "kneecap"], limb: "leg" },
  { kind: "region", id: "tailbone", name: "Tailbone", names: ["Tailbone", "coccyx"], midline: true },
  { kind: "group", id: "calves", name: "Calf muscles", names: ["Calf muscles"], members: ["soleus", "gone"] },
  { kind: "muscle", id: "soleus", name: "Soleus", names: ["Soleus", "deep calf muscle"] },
  {
    kind: "condition",
    id: "runners_knee",
    name: "Runner's knee",
    names: ["Runner's knee"],
    say: ["knee hurts going down stairs"],
    badge: "injury of runners",
  },
];
const STEMS = "front knee kneecap tailbon coccyx calf muscl soleus deep runner go down stair".split(" ");
const index = buildIndex({
  entries: ENTRIES,
  weights: Object.fromEntries(STEMS.map((stem) => [stem, 100])),
  warnings: [{ flag: "heart", line: "Call now.", words: [["chest"], ["worst", "headache"], ["pressure"]] }],
  words: {
    filler: ["my", "the", "of", "hurts", "in"],
    irregular: { calves: "calf", going: "go" },
    alike: [["stair", "step"]],
    joined: [],
    limbs: { arm: ["arm"], leg: ["knee", "leg"] },
    not_a_side: ["under"],
  },
  most: 7,
});
/** @param {string} text */
const ids = (text) => find(index, text).map(({ id }) => id);
/** @param {string} text */
const rows = (text) => rowsOf(index, find(index, text));

test("words are small letters and digits", () => {
  assert.equal(plain("  Knee-Cap\u2019s  É 5K! "), "knee caps e 5k");
  assert.deepEqual(wordsIn("!!"), []);
});

test("slips are letters left out, added, changed or swapped", () => {
  for (const slip of ["kneecp", "kneecaap", "kneecab", "kneecpa"]) assert.equal(slipsBetween("kneecap", slip, 2), 1);
  assert.equal(slipsBetween("knee", "knee", 1), 0);
  assert.equal(slipsBetween("knee", "elbow", 2), 3);
  assert.equal(slipsBetween("abcdef", "ghijkl", 2), 3);
});

test("names, slips, beginnings, words together and apart, and what people say", () => {
  for (const text of ["kneecap", "knee cap", "knee caps", "kneecpa", "kneec", "KNEECAP", "my kneecap hurts"]) {
    assert.equal(ids(text)[0], "knee_front", text);
  }
  assert.equal(ids("down the steps")[0], "runners_knee");
  assert.equal(ids("deepcalf muscle")[0], "soleus");
  assert.equal(find(index, "coccyx")[0].score, 1000);
  assert.deepEqual(["", "the", "qqqq", "k"].map(ids), [[], [], [], []]);
});

test("a side of the words counts where there are two", () => {
  assert.equal(find(index, "left kneecap")[0].side, "left");
  assert.equal(find(index, "left tailbone")[0].side, null);
  assert.equal(find(index, "left or right kneecap")[0].side, null);
  assert.equal(find(index, "right under the kneecap")[0].side, null);
  assert.equal(find(index, "on the right under the kneecap")[0].side, "right");
});

test("a place is a row for each side, or for the one that was named", () => {
  assert.deepEqual(
    rows("kneecap").map(({ name, because }) => [name, because]),
    [
      ["Front of the knee, your left", "kneecap"],
      ["Front of the knee, your right", "kneecap"],
    ],
  );
  assert.deepEqual(
    rows("right kneecap").map(({ name }) => name),
    ["Front of the knee, your right"],
  );
  const [row] = rows("tailbone");
  assert.deepEqual([row.name, row.badge, row.because, row.side], ["Tailbone", "place", "", null]);
  assert.deepEqual(choiceOf(rows("left kneecap")[0], 7), { seq: 7, kind: "region", id: "knee_front", side: "left" });
  assert.equal(rows("runners knee")[0].badge, "injury of runners");
});

test("a group is followed by its muscles, unless it was not asked for", () => {
  assert.deepEqual(
    rows("calf muscles").map(({ id, under }) => [id, under]),
    [
      ["calves", ""],
      ["soleus", "Calf muscles"],
      ["soleus", ""],
    ],
  );
  assert.ok(!rows("soleus calf").some(({ under }) => under));
});

test("arrows go round, Home and End work once a row is chosen", () => {
  assert.deepEqual([moved("ArrowDown", -1, 3), moved("ArrowDown", 2, 3)], [0, 0]);
  assert.deepEqual([moved("ArrowUp", -1, 3), moved("ArrowUp", 0, 3), moved("ArrowUp", 2, 3)], [2, 2, 1]);
  assert.deepEqual(
    [moved("Home", 1, 3), moved("End", 1, 3), moved("Home", -1, 3), moved("End", -1, 3)],
    [0, 2, null, null],
  );
  assert.deepEqual([moved("a", 1, 3), moved("ArrowDown", -1, 0)], [null, null]);
});

test("the number of answers is said", () => {
  assert.deepEqual([0, 1, 2].map(counted), ["Nothing found", "1 answer", "2 answers"]);
});

test("a warning needs all words of one of its sets; a long word may have a slip", () => {
  for (const text of ["my chest hurts", "Worst headache ever", "presure"]) {
    assert.deepEqual(
      warningsFor(index.warnings, text).map(({ flag }) => flag),
      ["heart"],
    );
  }
  for (const text of ["headache", "chess", "knee", ""]) assert.deepEqual(warningsFor(index.warnings, text), []);
});
