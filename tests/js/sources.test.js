import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const COMPONENTS = new URL("../../components/", import.meta.url);
const modules = readdirSync(COMPONENTS, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
/** @param {string} name */
const text = (name) => readFileSync(new URL(name, COMPONENTS), "utf8");

// Takes HTML that Python has escaped (components/shared/actions.py), and nothing else: it reads no text of the page.
const TAKES_HTML = ["shared/acting.js"];

test("no module turns text into markup or into a program", () => {
  const unsafe =
    /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|DOMParser|eval)\b|document\.write|new Function/;
  assert.deepEqual(
    modules.filter((name) => unsafe.test(text(name))),
    TAKES_HTML,
  );
  const taken = TAKES_HTML.flatMap((name) => text(name).match(new RegExp(`^.*(?:${unsafe.source}).*$`, "gm")));
  assert.deepEqual(taken, ["  next.innerHTML = html;"]);
});

test("no class builds on another one", () => {
  assert.deepEqual(
    modules.filter((name) => /^(export )?class \w+ extends /m.test(text(name))),
    [],
  );
});

test("a module has fewer than 200 lines", () => {
  assert.ok(modules.length > 30);
  assert.deepEqual(
    modules.filter((name) => text(name).split("\n").length > 200),
    [],
  );
});
