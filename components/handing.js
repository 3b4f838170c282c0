/** @import { ActionsMount } from "./shared/acting.d.ts" */

/**
 * Hands HTML with buttons to acting.js, or keeps it until that is on the page.
 * @param {ActionsMount} mount
 */
export function handToActing(mount) {
  if (window.bodymapActing) window.bodymapActing(mount);
  else window.bodymapWaiting = [...(window.bodymapWaiting ?? []), mount];
}
