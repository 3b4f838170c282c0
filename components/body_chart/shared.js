/** @import { Shared } from "./page.d.ts" */

/**
 * Where the mounts of a page meet, whichever arrives first.
 * @type {Shared}
 */
export const shared = window.bodyChart ?? { zooms: {} };
window.bodyChart = shared;
