// What changes: the marks, and what is painted. It is sent with every answer, so it only hands over (taking.js).

/** @import { StateMount } from "./page.d.ts" */

/** @param {StateMount} mount */
export default function mountState(mount) {
  const page = window;
  if (page.bodyChartTakes) page.bodyChartTakes(mount);
  else page.bodyChartWaits = [...(page.bodyChartWaits ?? []), mount];
}
