// The chart that people click: answers at once, and tells Python the whole set of marks.
// The changing state comes through the other mounts, see taking.js. joined.py makes one script of the modules.

/** @import { DrawnChart, Mode } from "./page.d.ts" */
/** @import { Opening, Scene, State } from "./pure/data.d.ts" */

import { mendSteps, readMarks, writeMarks } from "./address.js";
import { showBorders } from "./borders.js";
import { Browsing } from "./browsing.js";
import { listenToButtons } from "./buttons.js";
import { centreOf, drawScene, isSameScene, sizeText } from "./drawing.js";
import { Focus } from "./focus.js";
import { readOut } from "./hearing.js";
import { listenToKeys } from "./keyboard.js";
import { Looks } from "./looking.js";
import { Marking } from "./marking.js";
import { listenToMenu } from "./menu.js";
import { sayNote } from "./naming.js";
import { PhoneBar } from "./phone.js";
import { Picking } from "./picking.js";
import { Pointing } from "./pointing.js";
import { Presenting } from "./presenting.js";
import { Gesture } from "./pure/gesture.js";
import { Marks } from "./pure/marks.js";
import { Zoom } from "./pure/zoom.js";
import { readScene } from "./reading.js";
import { receive } from "./receiving.js";
import { savePicture } from "./saving.js";
import { shared } from "./shared.js";
import { Showing } from "./showing.js";
import { part } from "./svg.js";
import { takeStates } from "./taking.js";
import { Camera } from "./zooming.js";

/** @param {{ data: Uint8Array, parentElement: HTMLElement }} mount */
export default function mountChart({ data, parentElement }) {
  const root = part(parentElement, ".bodychart");
  const scene = readScene(data, root);
  if (shared.chart?.root === root && isSameScene(shared.chart.drawing.scene, scene)) return;
  mendSteps();
  const chart = new Chart(scene, root, shared.latest);
  shared.latest = shared.chart = chart;
  takeStates();
  return () => {
    chart.close();
    if (shared.chart === chart) shared.chart = null;
  };
}

/** Holds the modules that draw, listen and count, and says what happens when. */
class Chart {
  /**
   * @param {Scene} scene
   * @param {HTMLElement} root
   * @param {DrawnChart} [latest] the chart of the view shown until now
   */
  constructor(scene, root, latest) {
    delete root.dataset.ready;
    Object.assign(root.dataset, { layout: scene.id, figure: scene.figure });
    this.root = root;
    this.named = part(root, ".named");
    this.stage = part(root, ".stage");
    this.drawing = drawScene(scene, this.stage);
    this.regions = this.drawing.regions;
    this.looks = new Looks(root, this.drawing, (layout) => shared.send?.("look", { seq: Date.now(), layout }));
    this.camera = new Camera(this.drawing.svg, shared.zooms[scene.id] ?? Zoom.whole(scene.box), (zoom) => {
      root.classList.toggle("zoomed", zoom.zoomed);
      shared.zooms[scene.id] = zoom;
      this.looks.place();
    });
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.gesture = new Gesture();
    this.focus = new Focus(this.drawing, this.named, this.camera, this.gesture, ({ key }) => this.known.has(key));
    this.mode = this.modeFor(scene);
    this.known = latest?.picking === this.picking ? latest.known : new Marks();
    /** @type {State | null} */
    this.state = null;
    this.presenting = new Presenting(root, this.camera, signal);
    this.showing = new Showing(root, this.drawing, () => this.presenting.look(), signal);
    this.bar = new PhoneBar(root, signal);
    showBorders(root);
    this.listen(signal);
    this.resizing = new ResizeObserver(() => {
      sizeText(this.drawing);
      this.looks.place();
      this.presenting.look();
    });
    this.resizing.observe(this.stage);
  }

  get picking() {
    return this.mode.picks;
  }

  get marks() {
    return this.known.set;
  }

  /**
   * @param {Scene} scene
   * @returns {Mode}
   */
  modeFor({ anatomy, layers }) {
    /** @type {(what: Opening) => void} */
    const open = (what) => shared.send?.("open", { seq: Date.now(), ...what });
    if (anatomy) return new Picking(this.root, this.drawing, anatomy, this.camera, open, this.listening.signal);
    if (layers) return new Browsing(this.root, this.drawing, layers, this.focus, open, this.listening.signal);
    return new Marking(this.drawing, this.focus, (next) => this.change(next), open);
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const pointing = new Pointing(this.root, this.camera, this.gesture, this.mode, signal);
    listenToKeys(this.stage, this.focus, { press: () => this.press(), zoom: (which) => this.zoom(which) }, signal);
    listenToButtons(this.root, (which) => this.zoom(which), signal);
    listenToMenu(
      this.root,
      {
        save: (kind) => savePicture(kind, this.root, this.drawing, [...this.marks]),
        box: () => pointing.setBoxing(true),
        borders: () => showBorders(this.root, true),
        say: (text) => sayNote(this.named, text),
      },
      signal,
    );
    window.addEventListener("popstate", () => this.travelled(), { signal });
  }

  close() {
    this.listening.abort();
    this.resizing.disconnect();
  }

  // ---- state from Python ---------------------------------------------------------------------------------

  /** @param {State} state */
  apply(state) {
    if (Boolean(state.picks) !== this.picking) return; // the last state of another page's chart
    const { known, tell } = receive(state, this.known, this.picking);
    this.known = known;
    if (tell) this.root.dataset.seq = String(known.seq);
    this.show(state);
    if (tell) shared.send?.("marks", tell);
  }

  /** @param {State} state */
  show(state) {
    this.state = state;
    this.showing.take(state);
    this.mode.take?.(state.browse);
    this.refresh();
    Object.assign(this.root.dataset, { ready: "true", ack: String(state.ack) });
    this.root.dataset.seq ??= String(state.ack);
    readOut(state, this.known, this.regions);
  }

  refresh() {
    this.showing.marks(this.known, this.state?.felt);
    this.focus.draw();
    this.bar.say(this.known, this.regions, this.state?.counts);
    this.root.classList.toggle("marked", this.marks.size > 0);
    this.root.dataset.marks = this.known.text;
  }

  // ---- what people do --------------------------------------------------------------------------------------

  /** @param {Marks} known */
  tell(known) {
    if (known === this.known) return;
    this.known = known;
    this.root.dataset.seq = String(known.seq);
    writeMarks(known.message.marks);
    this.refresh();
    shared.send?.("marks", known.message);
  }

  /**
   * Nothing changes before the first state has arrived.
   * @param {(marks: Marks) => Marks} next
   */
  change(next) {
    if (this.root.dataset.ready) this.tell(next(this.known));
  }

  /** Back and forward: what the address says now is what is marked. */
  travelled() {
    if (!this.picking && location.pathname === shared.page) this.tell(this.known.replaced(readMarks(), Date.now()));
  }

  press() {
    if (this.focus.active) this.mode.press(this.focus.active);
  }

  /** @param {string} which */
  zoom(which) {
    this.camera.press(which, this.focus.focused && centreOf(this.focus.focused));
  }
}
