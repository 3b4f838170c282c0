// HTML that stands ready in English, said in the chosen language, and in English again.

import { tr } from "./words.js";

const NEW_LINE = 10;
const LABELS = ["aria-label", "title", "placeholder", "data-hint", "data-quiz"];
/** What nodes said in English. @type {WeakMap<Node, Record<string, string>>} */
const english = new WeakMap();

/**
 * What Python sends: a line with the words of a language other than English, if one is chosen, and the rest.
 * @param {Uint8Array} data
 * @returns {{ language: string, words?: Record<string, string>, rest: Uint8Array }}
 */
export function sentIn(data) {
  const end = data.indexOf(NEW_LINE);
  const line = end < 0 ? { language: "" } : JSON.parse(new TextDecoder().decode(data.subarray(0, end)));
  return { ...line, rest: data.subarray(end + 1) };
}

/**
 * Says the texts of some HTML in the language that is spoken, unless it does so already.
 * @param {HTMLElement} root
 * @param {string} language
 */
export function translate(root, language) {
  if ((root.dataset.language ?? "") === language) return;
  root.dataset.language = language;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) translateLabels(node);
    else translateText(node);
  }
}

/** @param {Element} element */
function translateLabels(element) {
  const labels = LABELS.filter((name) => element.hasAttribute(name));
  if (!labels.length) return;
  const said = english.get(element) ?? {};
  english.set(element, said);
  for (const name of labels) {
    said[name] ??= element.getAttribute(name) ?? "";
    element.setAttribute(name, tr(said[name]));
  }
}

/** @param {Node} node */
function translateText(node) {
  const said = english.get(node) ?? { text: node.nodeValue ?? "" };
  const text = said.text.split(/\s+/).filter(Boolean).join(" ");
  if (!text) return;
  english.set(node, said);
  node.nodeValue = tr(text) === text ? said.text : said.text.replace(said.text.trim(), tr(text));
}
