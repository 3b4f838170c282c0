// The constant body: draws a scene once, answers clicks at once, and tells Python the whole set of marks.
// The changing state (marks, pattern) comes through the second mount, see state.js.

const SVG = "http://www.w3.org/2000/svg";
const CLICK_SLACK = 6; // px a pointer may travel and still be a click
const SNAP = 10; // px around a tap that missed the body in which a region still counts
const MAX_ZOOM = 12;
const CAPTION_SIZE = 13; // px
const shared = (window.bodyChart ??= { zooms: {} });

function element(name, attributes = {}, parent = null) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  parent?.append(node);
  return node;
}

export default function ({ data, parentElement, setStateValue }) {
  const scene = JSON.parse(new TextDecoder().decode(data));
  const root = parentElement.querySelector(".bodychart");
  if (shared.chart?.root === root && shared.chart.scene.id === scene.id) {
    shared.chart.send = setStateValue;
    return;
  }
  const chart = new Chart(scene, root, setStateValue, shared.latest);
  shared.latest = shared.chart = chart;
  if (shared.state) chart.apply(shared.state);
  return () => {
    chart.close();
    if (shared.chart === chart) shared.chart = null;
  };
}

class Chart {
  // `before` is the chart of the view shown until now: its marks may be newer than the last state from Python.
  constructor(scene, root, send, before) {
    const { marks = new Set(), revision = null, seq = 0 } = before ?? {};
    Object.assign(this, { scene, root, send, marks, revision, seq, active: null });
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
  }

  // ---- drawing -------------------------------------------------------------------------------------------

  draw() {
    const [x, y, width, height] = this.scene.box;
    this.stage.replaceChildren();
    this.svg = element("svg", { role: "presentation", viewBox: this.scene.box.join(" ") }, this.stage);
    this.stage.style.setProperty("--ratio", width / height);
    const defs = element("defs", {}, this.svg);
    this.drawDefs(defs);
    this.panels = this.scene.panels.map((panel, index) => this.drawPanel(panel, index, defs));
  }

  drawDefs(defs) {
    const soft = element("filter", { id: "bc-soft", x: "-30%", y: "-30%", width: "160%", height: "160%" }, defs);
    const blur = this.scene.box[3] / 320;
    element("feGaussianBlur", { stdDeviation: blur }, soft);
    const step = this.scene.box[3] / 110;
    const dots = element("pattern", { id: "bc-dots", width: step, height: step, patternUnits: "userSpaceOnUse", patternTransform: "rotate(35)" }, defs);
    element("circle", { cx: step / 2, cy: step / 2, r: step * 0.3, class: "dot" }, dots);
  }

  drawPanel(panel, index, defs) {
    const view = this.scene.views[panel.view];
    const clip = `bc-clip-${index}`;
    element("path", { d: view.skin }, element("clipPath", { id: clip }, defs));
    const group = element("g", { transform: `translate(${panel.at.join(" ")})` }, this.svg);
    const signs = Object.entries(panel.sides);
    const flip = signs.length === 1 ? signs[0][1] : 1;
    const oriented = element("g", { transform: `scale(${flip} 1)` }, group);
    const base = element("g", { class: "base" }, oriented);
    element("path", { d: view.skin, class: "skin" }, base);
    for (const [, sign] of signs) this.drawSurface(view, element("g", { transform: `scale(${sign * flip} 1)` }, base), sign === signs[0][1]);
    element("path", { d: view.skin, class: "outline" }, base);
    element("path", { d: view.skin, class: "veil" }, oriented);
    const paint = element("g", { class: "paint", "clip-path": `url(#${clip})` }, oriented);
    const hits = element("g", { class: "hits" }, oriented);
    const over = element("g", { class: "over" }, oriented);
    const drawn = { panel, view, flip, paint, over };
    for (const [side, sign] of signs) {
      const layer = element("g", { transform: `scale(${sign * flip} 1)` }, hits);
      for (const region of view.regions) {
        if (region.midline && sign !== signs[0][1]) continue;
        this.drawRegion(region, region.midline ? null : side, drawn, layer, index);
      }
    }
    const caption = element("text", { x: panel.captionAt[0], y: panel.captionAt[1], class: "caption", "text-anchor": "middle" }, this.svg);
    caption.textContent = panel.caption;
    if (signs.length === 2) this.drawSideLetters(panel, signs);
    return drawn;
  }

  drawSideLetters(panel, signs) {
    const offset = this.scene.box[2] * 0.17;
    for (const [side, sign] of signs) {
      const letter = element("text", { x: panel.captionAt[0] + sign * offset, y: panel.captionAt[1], class: "caption side", "text-anchor": "middle" }, this.svg);
      letter.textContent = side === "left" ? "L" : "R";
      element("title", {}, letter).textContent = `${side} side of the body`;
    }
  }

  drawSurface(view, layer, first) {
    for (const shape of view.surface) {
      if (shape.midline && !first) continue;
      const kind = shape.kind === "muscle" ? `muscle tint-${shape.tint}` : shape.kind;
      element("path", { d: shape.d, class: kind, "fill-rule": "evenodd" }, layer);
    }
    for (const fibre of view.fibres) element("path", { d: fibre.d, class: "fibre" }, layer);
    for (const shape of view.details) {
      if (shape.midline && !first) continue;
      element("path", { d: shape.d, class: `detail ${shape.open ? "open" : "closed"} detail-${shape.id}` }, layer);
    }
  }

  drawRegion(region, side, drawn, layer, index) {
    const [plain, anatomical] = this.scene.names[region.id];
    const label = side ? `${plain}, ${side}` : plain;
    const key = side ? `${region.id}.${side}` : region.id;
    const path = element("path", {
      d: region.d, class: "region", role: "option", "aria-selected": "false", "aria-label": `${label} (${anatomical})`,
      id: `bc-${index}-${key.replace(".", "-")}`, "data-region": key, "fill-rule": "evenodd",
    }, layer);
    const instance = { key, id: region.id, side, drawn, path, label, anatomical, transform: layer.getAttribute("transform") };
    path.instance = instance;
    this.regions.push(instance);
  }

  // ---- state from Python ---------------------------------------------------------------------------------

  apply(state) {
    if (state.revision !== this.revision) {
      this.revision = state.revision;
      this.marks = new Set(state.marks);
    }
    this.state = state;
    this.paint(state.pattern);
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
    if (this.active) this.copyOf(this.active, this.active.drawn.over, "focus-line");
    if (this.hovered) this.copyOf(this.hovered, this.hovered.drawn.over, "hover-line");
    this.drawCrosses();
    this.root.classList.toggle("marked", this.marks.size > 0);
    this.root.dataset.marks = [...this.marks].sort().join(",");
  }

  copyOf(region, parent, name) {
    return element("path", { d: region.path.getAttribute("d"), transform: region.transform, class: name, "fill-rule": "evenodd" }, parent);
  }

  paint(pattern) {
    this.root.classList.toggle("painted", Boolean(pattern));
    this.explain(pattern);
    for (const drawn of this.panels) {
      drawn.paint.replaceChildren();
      if (!pattern) continue;
      this.paintMuscle(pattern, drawn);
      const zones = (level) => this.regions.filter((r) => r.drawn === drawn && pattern[level].includes(r.key));
      this.paintSpillover(zones("spillover"), drawn);
      const primary = element("g", { class: "primary", filter: "url(#bc-soft)" }, drawn.paint);
      for (const region of zones("primary")) this.copyOf(region, primary, "zone");
    }
  }

  // Dots cannot be blurred, so their edge fades out through a blurred mask of the same regions.
  paintSpillover(regions, drawn) {
    if (!regions.length) return;
    const id = `bc-fade-${this.panels.indexOf(drawn)}`;
    const fade = element("g", { class: "fade", filter: "url(#bc-soft)" }, element("mask", { id }, drawn.paint));
    const dots = element("g", { class: "spillover", mask: `url(#${id})` }, drawn.paint);
    for (const region of regions) {
      this.copyOf(region, fade, "zone");
      this.copyOf(region, dots, "zone");
    }
  }

  explain(pattern) {
    const legend = this.root.querySelector(".legend");
    const news = pattern && legend.querySelector(".title").textContent !== pattern.title;
    legend.hidden = !pattern;
    legend.querySelector(".title").textContent = pattern?.title ?? "";
    if (news && window.matchMedia("(max-width: 640px)").matches) this.scrollTo(this.root);
  }

  scrollTo(target, block = "start") {
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    target?.scrollIntoView({ block, behavior: calm ? "auto" : "smooth" });
  }

  paintMuscle(pattern, drawn) {
    const outline = pattern.muscle[drawn.panel.view];
    const sign = drawn.panel.sides[pattern.side];
    if (!outline || sign === undefined) return;
    element("path", { d: outline, transform: `scale(${sign * drawn.flip} 1)`, class: "muscle-outline" }, drawn.paint);
  }

  drawCrosses() {
    const pattern = this.state?.pattern;
    if (!pattern) return;
    const arm = this.scene.box[3] / 130;
    for (const drawn of this.panels) {
      const at = pattern.points[drawn.panel.view];
      const sign = drawn.panel.sides[pattern.side];
      if (!at || sign === undefined) continue;
      const [x, y] = [at[0] * sign * drawn.flip, at[1]];
      const d = `M${x - arm} ${y - arm}L${x + arm} ${y + arm}M${x - arm} ${y + arm}L${x + arm} ${y - arm}`;
      element("path", { d, class: "cross-halo" }, drawn.over);
      element("path", { d, class: "cross" }, drawn.over);
    }
  }

  // ---- marking -------------------------------------------------------------------------------------------

  toggle(region) {
    if (!this.root.dataset.ready) return;
    if (this.marks.has(region.key)) this.marks.delete(region.key);
    else this.marks.add(region.key);
    this.seq = Math.max(Date.now(), this.seq + 1);
    this.root.dataset.seq = this.seq;
    this.refresh();
    this.send("marks", { seq: this.seq, base: this.revision, marks: [...this.marks] });
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

  // ---- pointer, wheel, keyboard --------------------------------------------------------------------------

  listen() {
    this.abort = new AbortController();
    const on = (target, type, handler, options = {}) => target.addEventListener(type, handler, { ...options, signal: this.abort.signal });
    on(this.svg, "pointerdown", (event) => this.pointerDown(event));
    on(this.svg, "pointermove", (event) => this.pointerMove(event));
    on(this.svg, "pointerup", (event) => this.pointerUp(event));
    on(this.svg, "pointercancel", (event) => this.pointerGone(event));
    on(this.svg, "pointerleave", () => this.hover(null));
    on(this.svg, "wheel", (event) => this.wheel(event), { passive: false });
    on(this.stage, "keydown", (event) => this.keyDown(event));
    on(this.stage, "focus", () => this.activate(this.active ?? this.regions.find((r) => this.marks.has(r.key)) ?? this.regions[0]));
    on(this.stage, "blur", () => this.activate(null));
    on(this.root.querySelector(".back"), "click", () => this.scrollTo(document.querySelector(".st-key-patterns .card"), "center"));
    on(this.root.querySelector(".jump"), "click", () => this.scrollTo(document.querySelector(".st-key-marks")));
    for (const button of this.root.querySelectorAll("[data-zoom]")) on(button, "click", () => this.zoomButton(button.dataset.zoom));
  }

  close() {
    this.abort.abort();
    this.resizing.disconnect();
  }

  sizeText() {
    const pixel = this.scene.box[3] / Math.max(this.stage.clientHeight, 1);
    for (const text of this.svg.querySelectorAll("text")) text.setAttribute("font-size", CAPTION_SIZE * pixel);
  }

  pointerDown(event) {
    if (event.button > 0) return;
    this.pressing = true;
    this.svg.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY, startX: event.clientX, startY: event.clientY });
    if (this.pointers.size === 2) this.pinch = { ...this.spread(), view: { ...this.view } };
  }

  pointerMove(event) {
    const pointer = this.pointers.get(event.pointerId);
    if (!pointer) {
      if (event.pointerType === "mouse") this.hover(this.regionAt(event.clientX, event.clientY));
      return;
    }
    const [dx, dy] = [event.clientX - pointer.x, event.clientY - pointer.y];
    Object.assign(pointer, { x: event.clientX, y: event.clientY });
    if (Math.hypot(pointer.x - pointer.startX, pointer.y - pointer.startY) > CLICK_SLACK) pointer.moved = true;
    if (this.pinch && this.pointers.size === 2) this.pinched();
    else if (pointer.moved && this.zoomed()) this.pan(dx, dy);
  }

  pointerUp(event) {
    const pointer = this.pointers.get(event.pointerId);
    const tapped = pointer && !pointer.moved && !this.pinch;
    this.pointerGone(event);
    if (!tapped) return;
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
    }
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
    else if (event.key === " " || event.key === "Enter") this.active && this.toggle(this.active), this.name(this.active);
    else if (event.key === "Home") this.activate(this.regions[0]);
    else if (event.key === "End") this.activate(this.regions.at(-1));
    else if (event.key === "+" || event.key === "=") this.zoomButton("in");
    else if (event.key === "-") this.zoomButton("out");
    else if (event.key === "0") this.zoomButton("all");
    else return;
    event.preventDefault();
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

  // ---- zoom ----------------------------------------------------------------------------------------------

  whole() {
    const [x, y, w, h] = this.scene.box;
    return { x, y, w, h };
  }

  zoomed() {
    return this.view.w < this.scene.box[2] * 0.999;
  }

  show() {
    const { x, y, w, h } = this.view;
    this.svg.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
    this.root.classList.toggle("zoomed", this.zoomed());
    shared.zooms[this.scene.id] = this.view;
  }

  scale() {
    const box = this.svg.getBoundingClientRect();
    return Math.max(this.view.w / box.width, this.view.h / box.height); // units in a pixel
  }

  toUnits(clientX, clientY) {
    const point = new DOMPoint(clientX, clientY).matrixTransform(this.svg.getScreenCTM().inverse());
    return [point.x, point.y];
  }

  zoomTo(width, [atX, atY]) {
    const [bx, by, bw, bh] = this.scene.box;
    const w = Math.min(bw, Math.max(bw / MAX_ZOOM, width));
    const factor = w / this.view.w;
    const h = bh * (w / bw);
    const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
    const x = clamp(atX - (atX - this.view.x) * factor, bx, bx + bw - w);
    const y = clamp(atY - (atY - this.view.y) * factor, by, by + bh - h);
    this.view = { x, y, w, h };
    this.show();
  }

  zoomButton(which) {
    const centre = this.active ? this.toUnits(...this.centre(this.active)) : [this.view.x + this.view.w / 2, this.view.y + this.view.h / 2];
    if (which === "all") this.view = this.whole();
    else this.zoomTo(this.view.w * (which === "in" ? 1 / 1.5 : 1.5), centre);
    this.show();
  }

  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.zoomTo(this.view.w * Math.exp(event.deltaY * 0.004), this.toUnits(event.clientX, event.clientY));
  }

  pan(dx, dy) {
    const scale = this.scale();
    const at = { ...this.view, x: this.view.x - dx * scale, y: this.view.y - dy * scale };
    this.view = at;
    this.zoomTo(at.w, [at.x, at.y]);
  }

  spread() {
    const [a, b] = [...this.pointers.values()];
    return { distance: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  }

  pinched() {
    const now = this.spread();
    this.zoomTo((this.pinch.view.w * this.pinch.distance) / now.distance, this.toUnits(now.x, now.y));
  }

  bringIntoView(region) {
    if (!this.zoomed()) return;
    const [x, y] = this.toUnits(...this.centre(region));
    const { w, h } = this.view;
    const inside = x > this.view.x && x < this.view.x + w && y > this.view.y && y < this.view.y + h;
    if (!inside) {
      this.view = { x: x - w / 2, y: y - h / 2, w, h };
      this.zoomTo(w, [x - w / 2, y - h / 2]);
    }
  }
}
