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
  url.search = url.search.replaceAll("%2C", ",");
  return url.href;
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
