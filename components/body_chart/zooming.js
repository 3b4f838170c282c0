// Zoom and pan: the part of the scene on show, kept by layout through reruns.

const MAX_ZOOM = 12;

class Zooming extends Painting {
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
    const focus = this.active ?? this.regions.find((region) => this.marks.has(region.key));
    const centre = focus ? this.toUnits(...this.centre(focus)) : [this.view.x + this.view.w / 2, this.view.y + this.view.h / 2];
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
