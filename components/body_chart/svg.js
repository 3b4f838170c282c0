export const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number>} [attributes]
 * @param {Element | null} [parent]
 */
export function element(name, attributes = {}, parent = null) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  parent?.append(node);
  return node;
}

/**
 * The one element of a template that is known to hold it.
 * @template {HTMLElement} [Found=HTMLElement]
 * @param {ParentNode} parent
 * @param {string} selector
 */
export function part(parent, selector) {
  const found = parent.querySelector(selector);
  if (!found) throw new Error(`The chart's page has no ${selector}`);
  return /** @type {Found} */ (found);
}

/** Whether the page is as narrow as a phone's. */
export function isPhone() {
  return window.matchMedia("(max-width: 640px)").matches;
}

/**
 * A place of the page scrolled into the window, without movement for those who want none.
 * @param {Element | null} target
 */
export function scrollTo(target) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  target?.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
}
