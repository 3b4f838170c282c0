/**
 * The elements of the search box; there is one on a page.
 * @param {ParentNode} parent
 */
export function searchParts(parent) {
  /** @type {<Found extends HTMLElement = HTMLElement>(selector: string) => Found} */
  const the = (selector) => {
    const found = parent.querySelector(selector);
    if (!found) throw new Error(`The search box has no ${selector}`);
    return /** @type {any} */ (found);
  };
  return {
    root: the(".searchlist"),
    /** @type {HTMLInputElement} */
    input: the("input"),
    /** @type {HTMLButtonElement} */
    clear: the(".clear"),
    drop: the(".drop"),
    warnings: the(".warnings"),
    list: the(".rows"),
    none: the(".none"),
    said: the(".said"),
  };
}
