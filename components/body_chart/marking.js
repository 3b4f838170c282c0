// Marking places on the body. picking.js does the same for choosing muscles.

/** @import { Focus } from "./focus.js" */
/** @import { Marks } from "./pure/marks.js" */
/** @import { Drawing, Region } from "./page.d.ts" */
/** @import { Cross, Opening, Pattern, Rect } from "./pure/data.d.ts" */

import { crossAt } from "./painting.js";
import { isBoxed } from "./pure/boxes.js";
import { firstAround } from "./pure/nearest.js";
import { Taps } from "./pure/taps.js";

const SNAP = 10; // px around a tap that missed the body in which a region still counts

export class Marking {
  picks = false;
  taps = new Taps();

  /**
   * @param {Drawing} drawing
   * @param {Focus} focus
   * @param {(next: (marks: Marks) => Marks) => void} change
   * @param {(what: Opening) => void} open
   */
  constructor(drawing, focus, change, open) {
    this.drawing = drawing;
    this.focus = focus;
    this.change = change;
    this.open = open;
  }

  /** @param {Region} region */
  press(region) {
    this.change((marks) => marks.toggled(region.key, Date.now()));
    this.focus.name(region);
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  over(x, y) {
    this.focus.hover(this.regionAt(x, y));
  }

  left() {
    this.focus.hover(null);
  }

  /**
   * A finger is broader than some regions, so a tap beside the body takes the nearest one. A double click marks: its
   * second half would only take away, without a word, what the first has marked.
   * @param {number} x
   * @param {number} y
   * @param {boolean} byMouse
   */
  tapped(x, y, byMouse) {
    const cross = crossAt(this.drawing, x, y);
    if (cross?.id && !isOnShow(cross)) return this.open({ point: cross.id });
    /** @type {(x: number, y: number) => Region | null} */
    const find = (atX, atY) => this.regionAt(atX, atY);
    const region = find(x, y) ?? (byMouse ? null : firstAround([x, y], SNAP, find));
    if (region && !this.taps.isSecond(region.key, Date.now())) this.press(region);
  }

  /** @param {Rect} rect */
  boxed(rect) {
    this.taps = new Taps();
    const boxed = this.drawing.regions.filter((region) => isBoxed(region.path.getBoundingClientRect(), rect));
    const keys = boxed.map((region) => region.key);
    this.change((marks) => marks.with(keys, Date.now()));
  }

  /** @type {(x: number, y: number) => Region | null} */
  regionAt(x, y) {
    const { crossOf, regionOf } = this.drawing;
    const element = document.elementsFromPoint(x, y).find((under) => !crossOf.has(under));
    return (element && regionOf.get(element)) ?? null;
  }
}

/**
 * The cross of the painted pattern opens nothing new, so a press on it is one on the place below.
 * @type {(cross: Cross | Pattern) => boolean}
 */
function isOnShow(cross) {
  return "slot" in cross && !cross.pinned;
}
