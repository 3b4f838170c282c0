/** @import { Mark } from "./data.d.ts" */

/**
 * The marks that an address holds.
 * @param {string} search the part of an address from the question mark on
 * @returns {Mark[]}
 */
export function marksIn(search) {
  const text = new URLSearchParams(search).get("marks") ?? "";
  return text.split(",").filter(Boolean);
}

/**
 * An address with these marks instead of its own; everything else stays.
 * @param {string} href
 * @param {Mark[]} marks
 */
export function withMarks(href, marks) {
  const url = new URL(href);
  if (marks.length) url.searchParams.set("marks", marks.join(","));
  else url.searchParams.delete("marks");
  url.search = readable(url.search);
  return url.href;
}

const IN_ADDRESS = ["view", "paint", "pins", "feel", "figure", "place", "when", "after", "age", "kind"];

/**
 * What an address holds beside the marks: the view, the painted pattern, the pinned ones, how the marks feel,
 * the figure and the answers of the filter of injuries.
 * @param {string} search
 * @returns {Record<string, string>}
 */
export function shownIn(search) {
  const parameters = new URLSearchParams(search);
  return Object.fromEntries(IN_ADDRESS.map((name) => [name, parameters.get(name) ?? ""]));
}

/**
 * An address with what is on show instead of what it held; the marks and everything else stay.
 * @param {string} href
 * @param {Record<string, string>} shown
 */
export function withShown(href, shown) {
  const url = new URL(href);
  for (const name of IN_ADDRESS) {
    if (shown[name]) url.searchParams.set(name, shown[name]);
    else url.searchParams.delete(name);
  }
  url.search = readable(url.search);
  return url.href;
}

/**
 * Commas and at signs may stand in an address as they are.
 * @param {string} search
 */
function readable(search) {
  return search.replaceAll("%2C", ",").replaceAll("%40", "@");
}

/**
 * Whether a step leads to another page that holds the parameters on show already: then the step before it, the old
 * page with the new parameters, is neither here nor there.
 * @param {{ pathname: string, search: string }} here
 * @param {{ pathname: string, search: string }} next
 */
export function comesHalfway(here, next) {
  return next.search !== "" && next.search === here.search && next.pathname !== here.pathname;
}
