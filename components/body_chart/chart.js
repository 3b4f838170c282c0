// The chart that people click: answers at once, and tells Python the whole set of marks.
// The changing state (marks, patterns) comes through the second mount, see state.js. The files of this folder are
// joined to one module in the order that __init__.py gives.

const CLICK_SLACK = 6; // px a pointer may travel and still be a click
const SNAP = 10; // px around a tap that missed the body in which a region still counts
const BOXED = 0.5; // share of a region's box that must lie inside a drawn box
const shared = (window.bodyChart ??= { zooms: {} });

export default function ({ data, parentElement }) {
  const scene = JSON.parse(new TextDecoder().decode(data));
  const root = parentElement.querySelector(".bodychart");
  if (shared.chart?.root === root && shared.chart.scene.id === scene.id) return;
  const chart = new Chart(scene, root, shared.latest);
  shared.latest = shared.chart = chart;
  if (shared.state?.marks && shared.state.patterns) chart.apply(shared.state);
  return () => {
    chart.close();
    if (shared.chart === chart) shared.chart = null;
  };
}

class Chart extends Picking {
  // `before` is the chart of the view shown until now: its marks may be newer than the last state from Python.
  constructor(scene, root, latest) {
    super();
    const before = latest?.picking === Boolean(scene.anatomy) ? latest : null;
    const { marks = new Set(), revision = null, seq = 0 } = before ?? {};
    Object.assign(this, { scene, root, marks, revision, seq, active: null });
    this.regions = []; // every drawn instance of a region: {key, id, side, panel, path, label}
    this.pointers = new Map();
    this.stage = root.querySelector(".stage");
    this.named = root.querySelector(".named");
    delete root.dataset.ready;
    root.dataset.layout = scene.id;
    this.draw();
    this.view = shared.zooms[scene.id] ?? this.whole();
    this.show();
    this.listen();
    this.resizing = new ResizeObserver(() => this.sizeText());
    this.resizing.observe(this.stage);
    if (scene.anatomy) this.learn(scene.anatomy);
  }

  // ---- state from Python ---------------------------------------------------------------------------------

  apply(state) {
    if (Boolean(state.picks) !== this.picking) return; // the last state of another page's chart
    const arrived = shared.page !== location.pathname; // then the address is completed, and no step of the history is added
    if (state.revision !== this.revision || arrived) {
      this.revision = state.revision;
      this.marks = new Set(state.marks);
      if (!this.picking) address.write(state.marks, arrived);
      shared.page = location.pathname;
    }
    this.state = state;
    const toPaint = JSON.stringify([state.patterns, state.map]);
    if (toPaint !== this.toPaint) this.paint(state);
    this.toPaint = toPaint;
    this.refresh();
    this.root.dataset.ready = "true";
    this.root.dataset.ack = state.ack;
    this.root.dataset.seq ??= state.ack;
  }

  refresh() {
    for (const region of this.regions) {
      const marked = this.marks.has(region.key);
      region.path.setAttribute("aria-selected", String(marked));
      region.path.classList.toggle("marked", marked);
    }
    for (const { over } of this.panels) over.replaceChildren();
    const marked = this.regions.filter((region) => this.marks.has(region.key));
    for (const name of ["mark-halo", "mark-line"]) for (const region of marked) this.copyOf(region, region.drawn.over, name);
    this.refreshOutlines();
    this.drawCrosses();
    this.root.classList.toggle("marked", this.marks.size > 0);
    this.root.dataset.marks = [...this.marks].sort().join(",");
  }

  // ---- marking -------------------------------------------------------------------------------------------

  toggle(region) {
    if (!this.root.dataset.ready) return;
    if (this.marks.has(region.key)) this.marks.delete(region.key);
    else this.marks.add(region.key);
    this.tell();
  }

  mark(regions) {
    const added = regions.filter((region) => !this.marks.has(region.key));
    if (!this.root.dataset.ready || !added.length) return;
    for (const region of added) this.marks.add(region.key);
    this.tell();
  }

  tell() {
    this.seq = Math.max(Date.now(), this.seq + 1);
    this.root.dataset.seq = this.seq;
    address.write([...this.marks]);
    this.refresh();
    shared.send("marks", { seq: this.seq, base: this.revision, marks: [...this.marks] });
  }

  // Back and forward: what the address says now is what is marked.
  travelled() {
    const marks = address.marks();
    if (this.picking || location.pathname !== shared.page || marks.join() === [...this.marks].join()) return;
    this.marks = new Set(marks);
    this.tell();
  }

  open(what) {
    shared.send("open", { seq: Date.now(), ...what });
  }

  get picking() {
    return Boolean(this.anatomy);
  }

  regionAt(x, y) {
    return document.elementFromPoint(x, y)?.instance ?? null;
  }

  regionNear(x, y) {
    for (let radius = 2; radius <= SNAP; radius += 2) {
      for (let step = 0; step < 16; step += 1) {
        const angle = (step * Math.PI) / 8;
        const region = this.regionAt(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        if (region) return region;
      }
    }
    return null;
  }

  name(region) {
    const marked = region && this.marks.has(region.key) ? " · marked" : "";
    this.named.textContent = region ? `${region.label}${marked}` : "";
    if (region) {
      const small = document.createElement("small");
      small.textContent = region.anatomical;
      this.named.append(small);
    }
    this.named.classList.toggle("on", Boolean(region));
  }

  // ---- pointer and keyboard ------------------------------------------------------------------------------

  listen() {
    this.abort = new AbortController();
    const on = (target, type, handler, options = {}) => target.addEventListener(type, handler, { ...options, signal: this.abort.signal });
    on(this.svg, "pointerdown", (event) => this.pointerDown(event));
    on(this.svg, "pointermove", (event) => this.pointerMove(event));
    on(this.svg, "pointerup", (event) => this.pointerUp(event));
    on(this.svg, "pointercancel", (event) => this.pointerGone(event));
    on(this.svg, "pointerleave", () => (this.hover(null), this.picking && !this.offered && this.nameMuscles([])));
    on(this.svg, "wheel", (event) => this.wheel(event), { passive: false });
    on(this.stage, "keydown", (event) => this.keyDown(event));
    on(this.stage, "focus", () => this.activate(this.left ?? this.regions.find((r) => this.marks.has(r.key)) ?? this.regions[0]));
    on(this.stage, "blur", () => ((this.left = this.active), this.activate(null)));
    on(this.root.querySelector(".back"), "click", () => this.scrollTo(document.querySelector(".st-key-patterns .card, .st-key-reading")));
    on(this.root.querySelector(".jump"), "click", () => this.scrollTo(document.querySelector(".st-key-marks, .st-key-reading")));
    on(window, "popstate", () => this.travelled());
    on(this.root.querySelector(".more"), "click", (event) => this.menu(event.target.closest("[data-do]")?.dataset.do));
    on(this.root.querySelector(".more"), "keydown", (event) => event.key === "Escape" && this.closeMenu());
    on(document, "pointerdown", (event) => this.outside(event.target));
    for (const button of this.root.querySelectorAll("[data-zoom]")) on(button, "click", () => this.zoomButton(button.dataset.zoom));
  }

  menu(what) {
    if (!what) return;
    this.root.querySelector(".more").open = false;
    if (what === "png" || what === "svg") this.save(what);
    else if (what === "link") navigator.clipboard?.writeText(location.href).then(() => this.note("The link is copied."));
    else if (what === "print") window.print();
    else if (what === "box") this.boxing = true;
    this.root.classList.toggle("boxing", Boolean(this.boxing));
  }

  closeMenu() {
    const more = this.root.querySelector(".more");
    more.open = false;
    more.querySelector("summary").focus();
  }

  note(text) {
    this.named.textContent = text;
    this.named.classList.add("on");
  }

  outside(target) {
    const more = this.root.querySelector(".more");
    if (!more.contains(target)) more.open = false;
    if (this.offered && !this.offered.contains(target)) this.closeOffer();
  }

  close() {
    this.closeOffer();
    this.abort.abort();
    this.resizing.disconnect();
  }

  pointerDown(event) {
    if (event.button > 0) return;
    this.pressing = true;
    if (event.pointerType === "mouse" && !this.picking && (event.shiftKey || this.boxing)) this.startBox(event);
    this.svg.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY, startX: event.clientX, startY: event.clientY });
    if (this.pointers.size === 2) this.pinch = { ...this.spread(), view: { ...this.view } };
  }

  pointerMove(event) {
    const pointer = this.pointers.get(event.pointerId);
    if (!pointer) {
      if (event.pointerType !== "mouse") return;
      if (this.picking) this.offered || this.nameMuscles(this.musclesAt(event.clientX, event.clientY));
      else this.hover(this.regionAt(event.clientX, event.clientY));
      return;
    }
    if (this.box) return this.drawBox(event);
    const [dx, dy] = [event.clientX - pointer.x, event.clientY - pointer.y];
    Object.assign(pointer, { x: event.clientX, y: event.clientY });
    if (Math.hypot(pointer.x - pointer.startX, pointer.y - pointer.startY) > CLICK_SLACK) pointer.moved = true;
    if (this.pinch && this.pointers.size === 2) this.pinched();
    else if (pointer.moved && this.zoomed()) this.pan(dx, dy);
  }

  pointerUp(event) {
    const pointer = this.pointers.get(event.pointerId);
    const tapped = pointer && !pointer.moved && !this.pinch;
    const box = this.box;
    this.pointerGone(event);
    if (box) return this.endBox(box, event);
    if (!tapped) return;
    const cross = document.elementFromPoint(pointer.startX, pointer.startY)?.opens;
    if (cross?.id) return this.open({ point: cross.id });
    if (this.picking) return this.offer(this.musclesAt(pointer.startX, pointer.startY), pointer.startX, pointer.startY);
    const touch = event.pointerType !== "mouse";
    const region = this.regionAt(pointer.startX, pointer.startY) ?? (touch ? this.regionNear(pointer.startX, pointer.startY) : null);
    if (!region) return;
    this.toggle(region);
    this.name(region);
  }

  pointerGone(event) {
    this.pointers.delete(event.pointerId);
    if (this.pointers.size === 0) {
      this.pinch = null;
      this.pressing = false;
      this.box?.node.remove();
      this.box = this.boxing = null;
      this.root.classList.remove("boxing");
    }
  }

  // ---- many at once: a box drawn with the mouse ------------------------------------------------------------

  startBox(event) {
    const node = document.createElement("div");
    node.className = "box";
    this.root.append(node);
    this.box = { node, x: event.clientX, y: event.clientY };
    this.hover(null);
  }

  drawBox(event) {
    const root = this.root.getBoundingClientRect();
    const [left, right] = [this.box.x, event.clientX].sort((a, b) => a - b);
    const [top, bottom] = [this.box.y, event.clientY].sort((a, b) => a - b);
    Object.assign(this.box, { left, right, top, bottom });
    Object.assign(this.box.node.style, { left: `${left - root.left}px`, top: `${top - root.top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
  }

  endBox({ left, right, top, bottom }) {
    if (left === undefined) return;
    const inside = (region) => {
      const box = region.path.getBoundingClientRect();
      const wide = Math.min(box.right, right) - Math.max(box.left, left);
      const high = Math.min(box.bottom, bottom) - Math.max(box.top, top);
      return wide > 0 && high > 0 && wide * high >= BOXED * box.width * box.height;
    };
    this.mark(this.regions.filter(inside));
  }

  hover(region) {
    if (region === this.hovered) return;
    this.hovered = region;
    this.refreshOutlines();
    this.name(region);
  }

  refreshOutlines() {
    for (const { over } of this.panels) over.querySelectorAll(".hover-line, .focus-line").forEach((line) => line.remove());
    if (this.active) this.copyOf(this.active, this.active.drawn.over, "focus-line");
    if (this.hovered) this.copyOf(this.hovered, this.hovered.drawn.over, "hover-line");
  }

  keyDown(event) {
    const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (moves[event.key]) this.activate(this.neighbour(moves[event.key]) ?? this.active);
    else if (event.key === " " || event.key === "Enter") this.press(this.active);
    else if (event.key === "Home") this.activate(this.regions[0]);
    else if (event.key === "End") this.activate(this.regions.at(-1));
    else if (event.key === "+" || event.key === "=") this.zoomButton("in");
    else if (event.key === "-") this.zoomButton("out");
    else if (event.key === "0") this.zoomButton("all");
    else return;
    event.preventDefault();
  }

  press(region) {
    if (!region) return;
    if (this.picking) return this.offer(this.musclesAt(...this.centre(region)), ...this.centre(region));
    this.toggle(region);
    this.name(region);
  }

  activate(region) {
    if (region && !this.pressing && region !== this.active) this.bringIntoView(region);
    this.active = this.pressing ? null : region;
    if (this.active) this.stage.setAttribute("aria-activedescendant", this.active.path.id);
    else this.stage.removeAttribute("aria-activedescendant");
    this.refreshOutlines();
    this.name(this.active);
  }

  centre(region) {
    const box = region.path.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  neighbour([dx, dy]) {
    if (!this.active) return this.regions[0];
    const [x, y] = this.centre(this.active);
    let best = null;
    for (const region of this.regions) {
      const [cx, cy] = this.centre(region);
      const along = (cx - x) * dx + (cy - y) * dy;
      const across = Math.abs((cx - x) * dy) + Math.abs((cy - y) * dx);
      if (region === this.active || along <= 1) continue;
      const cost = along + 2.5 * across;
      if (!best || cost < best.cost) best = { cost, region };
    }
    return best?.region;
  }
}
