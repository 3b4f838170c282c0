import assert from "node:assert/strict";
import { test } from "node:test";
import { copied } from "../../components/body_chart/pure/copying.js";

const LINK = "http://192.0.2.7:8501/?marks=sacrum";

test("a text is copied where the browser gives a clipboard", async () => {
  /** @type {string[]} */
  const written = [];
  const clipboard = { writeText: async (/** @type {string} */ text) => void written.push(text) };
  assert.equal(await copied(clipboard, LINK), true);
  assert.deepEqual(written, [LINK]);
});

test("over plain http on a network address there is no clipboard", async () => {
  assert.equal(await copied(undefined, LINK), false);
});

test("a clipboard that refuses is no success", async () => {
  assert.equal(await copied({ writeText: () => Promise.reject(new Error("denied")) }, LINK), false);
});
