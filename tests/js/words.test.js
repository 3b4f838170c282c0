import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { barOf } from "../../components/body_chart/pure/phone.js";
import { identityOf } from "../../components/body_chart/pure/regions.js";
import { inWords } from "../../components/body_chart/pure/spoken.js";
import { isNamedInEnglish } from "../../components/search_list/pure/rows.js";
import { filled, isEnglish, later, speak, tr } from "../../components/words.js";

afterEach(() => speak());

const GERMAN = {
  "view\u0004Front": "Vorn",
  "{}, {} view ({})": "{}, Ansicht: {} ({})",
  Back: "Rücken",
  "view\u0004Back": "Hinten",
  Temple: "Schläfe",
  Head: "Kopf",
  Ache: "Dumpf",
  "{}, left": "{}, links",
  "{}, your left": "{}, bei Ihnen links",
  "{} and {} more": "{} und {} weitere",
  "{} muscle": "{} Muskel",
};

test("a text that no words say stays as it is, and a name of an object is no word", () => {
  assert.equal(tr("Temple"), "Temple");
  speak(GERMAN);
  assert.deepEqual([tr("Temple"), tr("toString"), tr("other")], ["Schläfe", "toString", "other"]);
  speak();
  assert.equal(tr("Temple"), "Temple");
});

test("a context parts what English calls by one word; without its own words a text stays English", () => {
  assert.deepEqual([tr("Back", "view"), isEnglish()], ["Back", true]);
  speak(GERMAN);
  assert.deepEqual([tr("Back"), tr("Back", "view"), tr("Temple", "view")], ["Rücken", "Hinten", "Temple"]);
  assert.equal(isEnglish(), false);
});

test("names of conditions and nerves are English on a page in another language, names of places are not", () => {
  const kinds = /** @type {const} */ ([
    "region",
    "group",
    "muscle",
    "condition",
    "nerve_root",
    "nerve",
    "joint",
    "disc",
  ]);
  assert.deepEqual(kinds.filter(isNamedInEnglish), []);
  speak(GERMAN);
  assert.deepEqual(kinds.filter(isNamedInEnglish), ["condition", "nerve_root", "nerve", "joint", "disc"]);
});

test("what is filled in is text, also where it looks like a place to fill or a reference", () => {
  speak(GERMAN);
  assert.equal(filled("{} and {} more", "$&", 2), "$& und 2 weitere");
  assert.equal(filled(later("{}, your left"), "Schläfe"), "Schläfe, bei Ihnen links");
});

test("a place and the bar of the phone speak the language", () => {
  speak(GERMAN);
  const region = /** @type {any} */ ({ id: "temple", midline: false, d: "" });
  const called = identityOf(region, "left", ["Schläfe", "Temporal region"], 0, "Linke Seite");
  assert.equal(called.label, "Schläfe, bei Ihnen links");
  assert.equal(called.spoken, "Schläfe, bei Ihnen links, Ansicht: Linke Seite (Temporal region)");
  const { text, entries } = barOf(["Stirn", "Schläfe"], { warnings: 2, muscles: 1 });
  assert.equal(text, "Schläfe und 1 weitere");
  assert.equal(entries[1][1], "1 Muskel");
});

test("a scene in another language has its names, captions and words, and the drawing stays the same", () => {
  const scene = /** @type {any} */ ({
    names: { temple: ["Temple", "Temporal region"] },
    panels: [{ caption: "Front", at: [0, 0] }],
    looks: [{ label: "Head", layout: "Head and neck" }],
    says: { titles: { left: "{}, left" }, qualities: { ache: "Ache" }, textures: {}, notice: "n", credit: "c" },
    views: {},
  });
  assert.equal(inWords(scene, ""), scene);
  speak(GERMAN);
  const spoken = inWords(scene, "de");
  assert.deepEqual(spoken.names, { temple: ["Schläfe", "Temporal region"] });
  assert.deepEqual([spoken.panels[0].caption, spoken.panels[0].at], ["Vorn", [0, 0]]);
  assert.deepEqual(spoken.looks[0], { label: "Kopf", layout: "Head and neck" });
  assert.deepEqual([spoken.says.titles.left, spoken.says.qualities.ache], ["{}, links", "Dumpf"]);
  assert.deepEqual([spoken.language, spoken.views === scene.views], ["de", true]);
});
