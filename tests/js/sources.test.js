import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const COMPONENTS = new URL("../../components/", import.meta.url);
const modules = readdirSync(COMPONENTS, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
/** @param {string} name */
const text = (name) => readFileSync(new URL(name, COMPONENTS), "utf8");

test("no module turns text into markup or into a program", () => {
  const unsafe =
    /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|DOMParser|eval)\b|document\.write|new Function/;
  assert.deepEqual(
    modules.filter((name) => unsafe.test(text(name))),
    [],
  );
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
