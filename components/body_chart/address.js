// The address bar holds the marks, so that reload, back, forward and a copied link bring them back.

/** @import { Mark } from "./pure/data.d.ts" */

import { comesHalfway, marksIn, shownIn, withMarks, withShown } from "./pure/links.js";
import { shared } from "./shared.js";

export function readMarks() {
  return marksIn(location.search);
}

/**
 * @param {Mark[]} marks
 * @param {boolean} [replace] whether the step on show is changed instead of a new one added
 */
export function writeMarks(marks, replace = false) {
  const href = withMarks(location.href, marks);
  if (href === location.href) return;
  if (replace) history.replaceState(history.state, "", href);
  else history.pushState(history.state, "", href);
}

export function readShown() {
  return shownIn(location.search);
}

/**
 * What is on show is completed without a step of the history.
 * @param {Record<string, string>} shown
 */
export function writeShown(shown) {
  const href = withShown(location.href, shown);
  if (href !== location.href) history.replaceState(history.state, "", href);
}

/**
 * When a button leads to another page with parameters, Streamlit 1.67 first adds a step with the old page and the new
 * parameters, which is neither here nor there. The step to the new page takes its place. Done once a document.
 */
export function mendSteps() {
  if (shared.steps) return;
  const push = history.pushState;
  shared.steps = push;
  history.pushState = function (data, title, to) {
    const halfway = comesHalfway(location, new URL(to ?? location.href, location.href));
    (halfway ? history.replaceState : push).call(this, data, title, to);
  };
}
