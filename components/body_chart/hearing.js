// Reads out what the answer of the server has changed.

/** @import { Region } from "./page.d.ts" */
/** @import { Marks } from "./pure/marks.js" */
/** @import { State } from "./pure/data.d.ts" */

import { announce, announcer } from "../announcing.js";
import { namesOf } from "./naming.js";
import { heard } from "./pure/heard.js";
import { shared } from "./shared.js";

/**
 * A chart of the muscle page says nothing itself: what is chosen there is the title of the page, which is read out.
 * @param {State} state
 * @param {Marks} known
 * @param {Region[]} regions
 */
export function readOut({ counts, patterns, picks }, known, regions) {
  announcer();
  if (picks) return;
  const marks = [...known.set];
  const titles = patterns.map(({ title }) => title);
  const shown = { page: location.pathname, marks, names: namesOf(marks, regions), counts, titles };
  announce(heard(shared.heard?.page === shown.page ? shared.heard : undefined, shown));
  shared.heard = shown;
}
