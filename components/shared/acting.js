// HTML with buttons (actions.py): a tap tells the server, and of a new answer only the parts that differ are written.

/** @import { ActionsMount } from "./acting.d.ts" */

/** @type {WeakMap<Element, { said: Map<string, string>, send: (act: string) => void }>} */
const held = new WeakMap();

export default function mountActing() {
  window.bodymapActing = show;
  for (const mount of window.bodymapWaiting?.splice(0) ?? []) show(mount);
}

/** @param {ActionsMount} mount */
function show({ parentElement: root, parts, setTriggerValue }) {
  const known = held.get(root) ?? { said: new Map(), send: () => {} };
  known.send = (act) => setTriggerValue("act", act);
  if (!held.has(root)) {
    held.set(root, known);
    root.classList.add("acting", "stHtml"); // it looks like the rest of our HTML, which Streamlit calls so
    root.addEventListener("click", (event) => {
      const pressed = event.target instanceof Element ? event.target.closest("button") : null;
      if (pressed) held.get(root)?.send(actOf(pressed));
    });
    const opened = (/** @type {Event} */ { target }) => {
      const asks = target instanceof HTMLDetailsElement && target.open && target.childElementCount === 1;
      if (asks && target.dataset.act) held.get(root)?.send(target.dataset.act);
    };
    root.addEventListener("toggle", opened, { capture: true }); // it does not bubble
  }
  const names = new Set(parts.map(([name]) => `part-${name}`));
  for (const old of [...root.children]) if (!names.has(old.className)) old.remove();
  parts.forEach(([name, html], place) => {
    const part = partOf(root, `part-${name}`, place);
    if (known.said.get(name) !== html || !part.hasChildNodes()) write(part, html);
    known.said.set(name, html);
  });
}

/**
 * The element of a part, at its place among the others.
 * @param {HTMLElement} root
 * @param {string} className
 * @param {number} place
 */
function partOf(root, className, place) {
  const part = [...root.children].find((child) => child.className === className) ?? document.createElement("div");
  part.className = className;
  if (root.children[place] !== part) root.insertBefore(part, root.children[place] ?? null);
  return /** @type {HTMLElement} */ (part);
}

/**
 * Writes a part anew; what was open or focused in it stays so where it is still there.
 * @param {HTMLElement} part
 * @param {string} html
 */
function write(part, html) {
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  const act = focused instanceof HTMLButtonElement ? actOf(focused) : "";
  const open = new Set([...part.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent));
  const next = document.createElement("div");
  next.innerHTML = html;
  for (const row of next.querySelectorAll("[data-row]")) nameRow(/** @type {HTMLElement} */ (row));
  for (const summary of next.querySelectorAll("summary")) {
    if (open.has(summary.textContent)) summary.parentElement?.setAttribute("open", "");
  }
  replace(part, next);
  for (const list of part.querySelectorAll("details[open] [data-pieces]:empty")) {
    list.closest("details")?.dispatchEvent(new Event("toggle")); // so that it is filled, as when somebody opens it
  }
  if (act && !part.contains(document.activeElement)) buttonFor(part, act)?.focus({ preventScroll: true });
}

/**
 * Makes old content the same as new. What is known again stays the element that it was, so that a finger on it, the
 * focus and what is filled in are not lost.
 * @param {Element} old
 * @param {Element} next
 */
function replace(old, next) {
  if (old.isEqualNode(next) || old.hasAttribute("data-pieces")) return; // its items are put in by pieces.js
  /** @type {Map<Node, Element>} */
  const twins = new Map();
  /** @type {Map<string, Element[]>} */
  const free = new Map();
  for (const child of old.children) free.set(keyOf(child), [...(free.get(keyOf(child)) ?? []), child]);
  for (const child of next.children) {
    const twin = free.get(keyOf(child))?.shift();
    if (twin) twins.set(child, twin);
  }
  const kept = new Set(twins.values());
  for (const child of [...old.childNodes]) if (!(child instanceof Element && kept.has(child))) child.remove();
  let at = old.firstChild;
  for (const child of [...next.childNodes]) {
    const twin = twins.get(child);
    if (!(twin && child instanceof Element)) old.insertBefore(child, at);
    else {
      if (twin === at) at = at.nextSibling;
      else old.insertBefore(twin, at);
      copyAttributes(twin, child);
      replace(twin, child);
    }
  }
}

/**
 * @param {Element} old
 * @param {Element} next
 */
function copyAttributes(old, next) {
  for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}

/**
 * By what an element is known again among others.
 * @param {Element} element
 */
function keyOf(element) {
  const { row, act, paint, pieces } = element instanceof HTMLElement ? element.dataset : {};
  const own = row ?? act ?? paint ?? pieces ?? element.querySelector(":scope > summary")?.textContent;
  return `${element.tagName} ${own}`;
}

/**
 * A row is a group, named by its first line.
 * @param {HTMLElement} row
 */
function nameRow(row) {
  const label = /** @type {HTMLElement} */ (row.firstElementChild);
  label.id = `row-${row.dataset.row}`;
  row.setAttribute("role", "group");
  row.setAttribute("aria-labelledby", label.id);
}

/**
 * The name by which Python knows a button: its own within its row, or what it paints.
 * @param {HTMLElement} button
 */
function actOf(button) {
  const { act, paint } = button.dataset;
  const row = /** @type {HTMLElement | null} */ (button.closest("[data-row]"))?.dataset.row;
  if (act === undefined) return `paint:${paint}`;
  return row ? `${row}:${act}` : act;
}

/**
 * The button of an act, or the first of its row where that act is no longer offered.
 * @param {HTMLElement} part
 * @param {string} act
 */
function buttonFor(part, act) {
  const buttons = [...part.querySelectorAll("button")];
  const row = act.split(":")[0];
  return (
    buttons.find((button) => actOf(button) === act) ?? buttons.find((button) => actOf(button).startsWith(`${row}:`))
  );
}
