import assert from "node:assert/strict";
import { test } from "node:test";
import { fileNameOf, layOut, plainColour, scaledLengths, wrapped } from "../../components/body_chart/pure/picture.js";

/** @type {import("../../components/body_chart/pure/data.js").Box} */
const SCENE = [-100, 50, 12400, 6200]; // ten units in a pixel
/** @type {import("../../components/body_chart/pure/data.js").Box} */
const NARROW = [-100, 50, 3000, 6200];
const CREDIT =
  "Body: a source with a long name, The Centre for Something, changed, CC BY-SA 4.0, and so on and so forth.";

/** @type {(kind: "title" | "key" | "note", text: string, sign?: boolean) => { kind: "title" | "key" | "note", text: string, sign: boolean }} */
const entry = (kind, text, sign = false) => ({ kind, text, sign });
const LEGEND = [
  entry("title", "Soleus, TrP1, left", true),
  entry("title", "Rectus femoris, left", true),
  entry("key", "mainly felt", true),
  entry("key", "can spill over", true),
  entry("note", "A notice."),
  entry("note", CREDIT),
];

test("every line and sign lies below the body and inside the picture", () => {
  for (const scene of [SCENE, NARROW]) {
    const { box, lines, signs, unit } = layOut(scene, LEGEND);
    for (const { text, x, y, size } of lines) {
      assert.ok(y > scene[1] + scene[3] && y < box[1] + box[3], text);
      assert.ok(x >= box[0] && x + 0.5 * size * text.length <= box[0] + box[2], `${text} is cut`);
    }
    for (const sign of signs) {
      if (sign) assert.ok(sign.y >= scene[1] + scene[3] && sign.y + 14 * unit <= box[1] + box[3]);
    }
  }
});

test("a narrow body makes room for the lines and stays in the middle", () => {
  const { box } = layOut(NARROW, LEGEND);
  assert.ok(box[2] > NARROW[2]);
  assert.equal(box[0] + box[2] / 2, NARROW[0] + NARROW[2] / 2);
  assert.equal(layOut(SCENE, LEGEND).box[2], SCENE[2]);
});

test("what the signs mean stands on one line, titles on their own", () => {
  const { lines } = layOut(SCENE, LEGEND);
  const down = Object.fromEntries(lines.map(({ text, y }) => [text, y]));
  assert.equal(down["mainly felt"], down["can spill over"]);
  assert.ok(down["Soleus, TrP1, left"] < down["Rectus femoris, left"]);
  assert.ok(down["Rectus femoris, left"] < down["mainly felt"]);
});

test("long lines are broken between words and nothing is lost", () => {
  assert.deepEqual(wrapped("one two three", 7), ["one two", "three"]);
  assert.deepEqual(wrapped("extraordinary", 5), ["extraordinary"]);
  const { lines } = layOut(NARROW, [entry("note", CREDIT)]);
  assert.ok(lines.length > 1);
  assert.equal(lines.map(({ text }) => text).join(" "), CREDIT);
});

test("the file is named by what it shows", () => {
  const whole = ["Front", "Back"];
  assert.equal(fileNameOf("Whole body", whole, [], []), "body-map-front-back");
  assert.equal(fileNameOf("Whole body", whole, [], ["knee_front.right"]), "body-map-front-back-knee-front-right");
  assert.equal(
    fileNameOf("Leg, inner side", ["Right leg"], ["Soleus, TrP1, left"], ["knee_front.right"]),
    "body-map-leg-inner-side-soleus-trp1-left",
  );
  assert.match(fileNameOf("Foot", [], ["A", "B", "C"], []), /^body-map-foot-a-b-and-1-more$/);
});

test("lengths in pixels become units", () => {
  assert.equal(scaledLengths("1.4px", 10), "14");
  assert.equal(scaledLengths("4px, 2.5px", 10), "40 25");
  assert.equal(scaledLengths("5 3", 2), "10 6");
});

test("mixed colours are written in words that drawing programs read", () => {
  assert.equal(plainColour("color(srgb 1 0.5 0)"), "rgb(255,128,0)");
  for (const same of ["rgb(1, 2, 3)", "none", "url(#bc-hair)", ""]) assert.equal(plainColour(same), same);
});
