/** @import { StateMount } from "./page.d.ts" */
/** @import { MarksState, PaintState, State } from "./pure/data.d.ts" */

import { handToActing } from "../handing.js";
import { shared } from "./shared.js";

/** A new chart shows what the state mounts brought before it was there, and from now on what they bring. */
export function takeStates() {
  window.bodyChartTakes = (mount) => {
    keep(mount);
    show();
  };
  for (const mount of window.bodyChartWaits?.splice(0) ?? []) keep(mount);
  show();
}

/** @param {StateMount} mount */
function keep({ data: bytes, parentElement, setStateValue, setTriggerValue }) {
  /** @type {(MarksState | PaintState) & { parts?: [string, string][] }} */
  const { parts, ...data } = JSON.parse(new TextDecoder().decode(bytes));
  if (parts) handToActing({ parentElement, parts, setTriggerValue });
  if ("marks" in data) shared.send = setStateValue; // clicks go this way, so that only the part of the page around it runs again
  shared.state = { ...shared.state, ...data };
}

function show() {
  if (shared.state?.marks && shared.state.patterns) shared.chart?.apply(/** @type {State} */ (shared.state));
}
