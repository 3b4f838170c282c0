// What changes: the marks, and what is painted.

/** @import { MarksState, PaintState, State } from "./pure/data.d.ts" */

import { shared } from "./shared.js";

/** @param {{ data: MarksState | PaintState, setStateValue: (name: string, value: unknown) => void }} mount */
export default function mountState({ data, setStateValue }) {
  if ("marks" in data) shared.send = setStateValue; // clicks go this way, so that only the part of the page around it runs again
  shared.state = { ...shared.state, ...data };
  if (shared.state.marks && shared.state.patterns) shared.chart?.apply(/** @type {State} */ (shared.state));
}
