// What is sent with every answer, so it only hands over.

/** @import { ActionsMount } from "./acting.d.ts" */

import { handToActing } from "../handing.js";

/** @param {Omit<ActionsMount, "parts"> & { data: Uint8Array }} mount JSON of the parts */
export default function mountActions({ data, ...mount }) {
  handToActing({ ...mount, parts: JSON.parse(new TextDecoder().decode(data)) });
}
