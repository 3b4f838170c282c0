import assert from "node:assert/strict";
import { test } from "node:test";
import { comesHalfway, marksIn, shownIn, withMarks, withShown } from "../../components/body_chart/pure/links.js";

test("the marks of an address are read in their order", () => {
  assert.deepEqual(marksIn("?marks=knee_front.right,calf_inner.right"), ["knee_front.right", "calf_inner.right"]);
  assert.deepEqual(marksIn("?part=harm&marks=sacrum"), ["sacrum"]);
  assert.deepEqual(marksIn("?marks=a%2Cb"), ["a", "b"]);
});

test("an address without marks has none, and gaps are none", () => {
  for (const search of ["", "?", "?marks=", "?marks=,", "?part=harm"]) assert.deepEqual(marksIn(search), []);
  assert.deepEqual(marksIn("?marks=a,,b,"), ["a", "b"]);
});

test("markup in an address is text", () => {
  assert.deepEqual(marksIn("?marks=%3Cimg%20src=x%3E"), ["<img src=x>"]);
  const href = withMarks("http://localhost/", ["<b>x</b>", 'a"b']);
  assert.ok(!/[<>"]/.test(href));
  assert.deepEqual(marksIn(new URL(href).search), ["<b>x</b>", 'a"b']);
});

test("marks are written with plain commas and read back", () => {
  const href = withMarks("http://localhost:8501/", ["knee_front.right", "sacrum"]);
  assert.equal(href, "http://localhost:8501/?marks=knee_front.right,sacrum");
  assert.deepEqual(marksIn(new URL(href).search), ["knee_front.right", "sacrum"]);
  assert.equal(withMarks("http://localhost/", ["a", "b", "c"]), "http://localhost/?marks=a,b,c");
});

test("everything else in an address stays", () => {
  const href = "https://example.org/muscles?muscle=soleus&marks=sacrum#below";
  assert.equal(withMarks(href, ["a.left"]), "https://example.org/muscles?muscle=soleus&marks=a.left#below");
  assert.equal(withMarks(href, []), "https://example.org/muscles?muscle=soleus#below");
});

test("writing what an address says already gives the same address", () => {
  const href = "http://localhost/?marks=a.left,b";
  assert.equal(withMarks(href, marksIn(new URL(href).search)), href);
  assert.equal(withMarks("http://localhost/", []), "http://localhost/");
});

/** @param {string} href */
const at = (href) => new URL(href, "http://localhost");

test("the step to another page with parameters that are on show already follows a step halfway", () => {
  assert.ok(comesHalfway(at("/?muscle=soleus"), at("/muscles?muscle=soleus")));
});

test("other steps follow none", () => {
  assert.ok(!comesHalfway(at("/"), at("/muscles")));
  assert.ok(!comesHalfway(at("/?marks=a"), at("/?marks=a")));
  assert.ok(!comesHalfway(at("/?marks=a"), at("/muscles")));
  assert.ok(!comesHalfway(at("/?marks=a"), at("/muscles?muscle=soleus")));
});

test("the figure stands in the address, and none where the page says none", () => {
  const href = withShown("http://localhost/?marks=sacrum", { figure: "woman" });
  assert.equal(href, "http://localhost/?marks=sacrum&figure=woman");
  assert.equal(shownIn(new URL(href).search).figure, "woman");
  assert.equal(withShown(href, {}), "http://localhost/?marks=sacrum");
});
