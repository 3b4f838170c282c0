// What a state from Python means for the marks and the address of the page.

/** @import { Marks } from "./pure/marks.js" */
/** @import { State } from "./pure/data.d.ts" */

import { readMarks, readShown, writeMarks, writeShown } from "./address.js";
import { shared } from "./shared.js";

/**
 * The marks that hold from now on. A session of the server that is not the one known until now has lost what was
 * marked and on show: then the address says it, and Python has to be told.
 * @param {State} state
 * @param {Marks} known
 * @param {boolean} picking
 * @returns {{ known: Marks, tell?: Record<string, unknown> }}
 */
export function receive(state, known, picking) {
  const arrived = shared.page !== location.pathname; // then the address is completed, without a step of the history
  if (picking) {
    writeShown({ ...readShown(), figure: state.shown.figure ?? "" });
    return { known: take(state, known, arrived) };
  }
  const lost = shared.session !== undefined && shared.session !== state.session;
  shared.session = state.session;
  if (lost) {
    const restored = known.restored(readMarks(), state.revision, Date.now());
    shared.page = location.pathname;
    return { known: restored, tell: { ...restored.message, shown: readShown() } };
  }
  const taken = take(state, known, arrived);
  if (taken !== known && !state.keepsMarks) writeMarks(state.marks, arrived);
  writeShown(state.shown);
  return { known: taken };
}

/** @type {(state: State, known: Marks, arrived: boolean) => Marks} */
function take(state, known, arrived) {
  const taken = known.taking(state, arrived);
  if (taken !== known) shared.page = location.pathname;
  return taken;
}
