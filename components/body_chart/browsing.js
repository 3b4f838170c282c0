// Looking up what is described at a place: a press opens it, or offers the list where there are several.

/** @import { Focus } from "./focus.js" */
/** @import { Drawing, Region } from "./page.d.ts" */
/** @import { Browse, Cell, Opening } from "./pure/data.d.ts" */

import { later, tr } from "../words.js";
import { centreOf } from "./drawing.js";
import { LayerOver } from "./layering.js";
import { sayThings } from "./naming.js";
import { offerThings } from "./offer.js";
import { thingsByPlace } from "./pure/browsing.js";
import { firstAround } from "./pure/nearest.js";
import { splitId } from "./pure/patterns.js";
import { part } from "./svg.js";

const DESCRIBED = later("Described here, from head to foot");
const AROUND = 10; // px around a tap that missed the body in which a place still counts

export class Browsing {
  picks = true;

  /**
   * @param {HTMLElement} root
   * @param {Drawing} drawing
   * @param {Record<string, Cell[]>} layers
   * @param {Focus} focus
   * @param {(what: Opening) => void} open
   * @param {AbortSignal} signal
   */
  constructor(root, drawing, layers, focus, open, signal) {
    this.root = root;
    this.named = part(root, ".named");
    this.drawing = drawing;
    this.layer = new LayerOver(root, drawing, layers, signal);
    this.focus = focus;
    this.open = open;
    /** @type {Map<string, string[]>} */
    this.things = new Map();
    /** @type {{ list: HTMLElement, close: () => void } | null} */
    this.offered = null;
    root.classList.add("picks", "browses");
    this.named.dataset.hint = tr("Point at the body to see what is described there. Click to open it.");
    const keys = later(
      "Body chart. Arrow keys move between places, Enter opens what is described there, plus and minus zoom.",
    );
    drawing.stage.setAttribute("aria-label", tr(keys));
    focus.say = (region) => sayThings(this.named, region ? this.namesAt(region) : [], region);
    document.addEventListener("pointerdown", (event) => this.pressedOn(/** @type {Node} */ (event.target)), { signal });
    signal.addEventListener("abort", () => this.closeOffer());
  }

  /** @param {Browse} [browse] */
  take(browse) {
    this.layer.take(browse);
    const { scene, regions } = this.drawing;
    const midline = new Set(regions.filter(({ key, id }) => key === id).map(({ id }) => id));
    this.things = thingsByPlace(scene, midline, browse?.among ?? []);
    for (const region of regions) {
      const place = `${region.label} (${region.anatomical})`;
      region.path.setAttribute("aria-label", [place, ...this.namesAt(region)].join(", "));
    }
  }

  /** @param {Region} region */
  namesAt({ key }) {
    return (this.things.get(key) ?? []).map((id) => this.nameOf(id));
  }

  /** @param {string} id */
  nameOf(id) {
    return this.drawing.scene.patterns.points[splitId(id).point][0];
  }

  /** @param {Region} region */
  press(region) {
    this.choose(region, centreOf(region));
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  over(x, y) {
    if (!this.offered) this.focus.hover(this.regionAt(x, y));
  }

  left() {
    if (!this.offered) this.focus.hover(null);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {boolean} byMouse
   */
  tapped(x, y, byMouse) {
    /** @type {(x: number, y: number) => Region | null} */
    const find = (atX, atY) => this.regionAt(atX, atY);
    const region = find(x, y) ?? (byMouse ? null : firstAround([x, y], AROUND, find));
    this.closeOffer();
    if (region) this.choose(region, [x, y]);
  }

  /** @type {(x: number, y: number) => Region | null} */
  regionAt(x, y) {
    const { crossOf, regionOf } = this.drawing;
    const found = document.elementsFromPoint(x, y).find((under) => !crossOf.has(under));
    return (found && regionOf.get(found)) ?? null;
  }

  /**
   * @param {Region} region
   * @param {[number, number]} at in pixels of the window
   */
  choose(region, at) {
    this.focus.name(region);
    const things = (this.things.get(region.key) ?? []).map((id) => ({ id, name: this.nameOf(id) }));
    if (things.length === 1) this.open({ point: things[0].id });
    if (things.length < 2) return;
    const back = () => {
      this.closeOffer();
      this.drawing.stage.focus({ preventScroll: true });
    };
    this.offered = offerThings(this.root, tr(DESCRIBED), things, at, {
      point: () => {},
      choose: ({ id }) => {
        back();
        this.open({ point: id });
      },
      cancel: back,
    });
  }

  closeOffer() {
    this.offered?.close();
    this.offered = null;
  }

  /** @param {Node} target what was pressed anywhere on the page */
  pressedOn(target) {
    if (this.offered && !this.offered.list.contains(target)) this.closeOffer();
  }
}
