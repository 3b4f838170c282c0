// Drawing a scene: panels, surface, regions. See bodymap/scene.py for what a scene holds.

const SVG = "http://www.w3.org/2000/svg";
const CAPTION_SIZE = 13; // px

function element(name, attributes = {}, parent = null) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  parent?.append(node);
  return node;
}

class Drawing {
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
    this.drawTextures(defs);
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

  copyOf(region, parent, name) {
    return element("path", { d: region.path.getAttribute("d"), transform: region.transform, class: name, "fill-rule": "evenodd" }, parent);
  }

  sizeText() {
    const pixel = this.scene.box[3] / Math.max(this.stage.clientHeight, 1);
    for (const text of this.svg.querySelectorAll("text")) text.setAttribute("font-size", CAPTION_SIZE * pixel);
  }
}
