// The rows of the list. Names become text, never markup.

/** @import { Row, Warning } from "./pure/data.d.ts" */

import { isNamedInEnglish } from "./pure/rows.js";

/**
 * @param {HTMLElement} list
 * @param {Row[]} rows
 */
export function drawRows(list, rows) {
  list.replaceChildren(...rows.map(drawRow));
}

/**
 * @param {HTMLElement} box
 * @param {Warning[]} warnings
 */
export function drawWarnings(box, warnings) {
  box.replaceChildren(
    ...warnings.map(({ flag, line, english = "" }) => {
      const shown = textIn("p", "", line.slice(0, line.length - english.length));
      if (english) shown.append(inEnglish(textIn("span", "", english)));
      shown.dataset.flag = flag;
      return shown;
    }),
  );
}

/**
 * @param {Row} row
 * @param {number} at
 */
function drawRow({ kind, id, side, name, badge, because, under }, at) {
  const drawn = textIn("div", `row${under ? " under" : ""}`, "");
  drawn.id = `searchlist-row-${at}`;
  drawn.setAttribute("role", "option");
  drawn.setAttribute("aria-selected", "false");
  Object.assign(drawn.dataset, { kind, id, side: side ?? "" });
  const what = textIn("span", "what", "");
  const said = because
    ? [textIn("span", "name", name), textIn("span", "because", because)]
    : [textIn("span", "name", name)];
  what.append(...(isNamedInEnglish(kind) ? said.map(inEnglish) : said));
  drawn.append(what, textIn("span", "badge", badge));
  return drawn;
}

/**
 * @param {string} tag
 * @param {string} name
 * @param {string} text
 */
function textIn(tag, name, text) {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}

/** @param {HTMLElement} text */
function inEnglish(text) {
  text.lang = "en";
  return text;
}

/**
 * Which row an event came from; -1 for none.
 * @param {EventTarget | null} target
 */
export function rowAt(target) {
  const row = target instanceof Element ? target.closest(".row") : null;
  return row?.parentElement ? [...row.parentElement.children].indexOf(row) : -1;
}

/**
 * One row is the chosen one, or none.
 * @param {{ input: HTMLElement, list: HTMLElement }} parts
 * @param {number} at
 */
export function markRow({ input, list }, at) {
  for (const [number, row] of [...list.children].entries()) {
    row.classList.toggle("active", number === at);
    row.setAttribute("aria-selected", String(number === at));
    if (number === at) row.scrollIntoView({ block: "nearest" });
  }
  if (at < 0) input.removeAttribute("aria-activedescendant");
  else input.setAttribute("aria-activedescendant", `searchlist-row-${at}`);
}
