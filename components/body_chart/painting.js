// Painting over the drawn body: patterns in up to four slots of colour and texture, or the map of the marks.

const SLOTS = 4;
const SHADES = [1, 2, 4, 7]; // from how many patterns on a region of the map is shaded more strongly

class Painting extends Drawing {
  // Dots for spillover and lines for the main zones of the second and later pattern, one of each for a slot.
  drawTextures(defs) {
    const step = this.scene.box[3] / 110;
    for (let slot = 0; slot < SLOTS; slot += 1) {
      const texture = (name, angle, size) =>
        element("pattern", { id: `bc-${name}-${slot}`, width: size, height: size, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${angle})` }, defs);
      const dots = texture("dots", 35 + 25 * slot, step);
      element("circle", { cx: step / 2, cy: step / 2, r: step * 0.3, class: `dot slot-${slot}` }, dots);
      const lines = texture("lines", [0, 45, -45, 90][slot], step * 0.8);
      element("rect", { width: step * 0.8, height: step * 0.8, class: `ground slot-${slot}` }, lines);
      element("path", { d: `M0 ${step * 0.4}H${step}`, class: `line slot-${slot}`, "stroke-width": step * 0.34 }, lines);
    }
  }

  paint({ patterns, map }) {
    const several = patterns.length > 1;
    this.root.classList.toggle("painted", patterns.length > 0 || Boolean(map));
    this.root.classList.toggle("several", several);
    this.explain(patterns, map);
    for (const drawn of this.panels) {
      drawn.paint.replaceChildren();
      if (map) this.shade(map, drawn);
      for (const pattern of patterns) this.paintPattern(pattern, drawn);
    }
  }

  paintPattern(pattern, drawn) {
    this.paintMuscle(pattern, drawn);
    const zones = (level) => this.regions.filter((r) => r.drawn === drawn && pattern[level].includes(r.key));
    this.paintSpillover(zones("spillover"), drawn, pattern.slot);
    const soft = pattern.slot ? {} : { filter: "url(#bc-soft)" };
    const primary = element("g", { class: "primary", ...soft }, drawn.paint);
    for (const region of zones("primary")) this.copyOf(region, primary, `zone slot-${pattern.slot}`);
    this.paintMuscle(pattern, drawn, "muscle-edge");
  }

  // Dots cannot be blurred, so their edge fades out through a blurred mask of the same regions.
  paintSpillover(regions, drawn, slot) {
    if (!regions.length) return;
    const id = `bc-fade-${this.panels.indexOf(drawn)}-${slot}`;
    const fade = element("g", { class: "fade", filter: "url(#bc-soft)" }, element("mask", { id }, drawn.paint));
    const dots = element("g", { class: "spillover", mask: `url(#${id})` }, drawn.paint);
    for (const region of regions) {
      this.copyOf(region, fade, "zone");
      this.copyOf(region, dots, `zone slot-${slot}`);
    }
  }

  shade(map, drawn) {
    const layer = element("g", { class: "shades" }, drawn.paint);
    for (const region of this.regions) {
      const count = region.drawn === drawn ? map.counts[region.key] : 0;
      if (count) this.copyOf(region, layer, `shade shade-${SHADES.filter((from) => count >= from).length}`);
    }
  }

  explain(patterns, map) {
    const legend = this.root.querySelector(".legend.patterns");
    this.root.querySelector(".legend.map").hidden = !map;
    const titles = legend.querySelector(".titles");
    const said = [...titles.children].map((node) => node.dataset.title).join();
    const news = patterns.length && said !== patterns.map((pattern) => pattern.title).join();
    legend.hidden = !patterns.length;
    legend.classList.toggle("felt", patterns.some((pattern) => pattern.felt));
    titles.replaceChildren(...patterns.map((pattern) => this.titleOf(pattern, patterns.length > 1)));
    if (news && window.matchMedia("(max-width: 640px)").matches) this.scrollTo(this.root);
  }

  titleOf(pattern, swatch) {
    const title = document.createElement("strong");
    title.className = "title";
    title.dataset.title = title.textContent = pattern.title;
    if (!swatch) return title;
    const picture = element("svg", { viewBox: "0 0 28 14", "aria-hidden": "true", class: `swatch slot-${pattern.slot}` });
    element("rect", { width: 28, height: 14, rx: 3, class: "ground" }, picture);
    element("path", { d: ["", "M-2 9L9 -2M3 14L17 0M11 16L27 0M19 18L30 7", "M-2 5L11 18M1 0L15 14M9 -2L25 14M17 -2L30 11", "M4 0V14M11 0V14M18 0V14M25 0V14"][pattern.slot], class: "line" }, picture);
    title.prepend(picture);
    return title;
  }

  scrollTo(target, block = "start") {
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    target?.scrollIntoView({ block, behavior: calm ? "auto" : "smooth" });
  }

  paintMuscle(pattern, drawn, name = "muscle-outline") {
    const outline = pattern.muscle[drawn.panel.view];
    const sign = drawn.panel.sides[pattern.side];
    if (!outline || sign === undefined) return;
    element("path", { d: outline, transform: `scale(${sign * drawn.flip} 1)`, class: name }, drawn.paint);
  }

  // A cross that can be clicked for each trigger point of the painted patterns, or of all patterns on the map.
  drawCrosses() {
    for (const point of this.state?.crosses ?? this.state?.patterns ?? []) {
      for (const drawn of this.panels) {
        const at = point.points[drawn.panel.view];
        const sign = drawn.panel.sides[point.side];
        if (at && sign !== undefined) this.drawCross(point, at[0] * sign * drawn.flip, at[1], drawn.over);
      }
    }
  }

  drawCross(point, x, y, parent) {
    const arm = (this.scene.box[3] / 130) * (point.size ?? 1);
    const d = `M${x - arm} ${y - arm}L${x + arm} ${y + arm}M${x - arm} ${y + arm}L${x + arm} ${y - arm}`;
    element("path", { d, class: "cross-halo" }, parent);
    element("path", { d, class: "cross" }, parent);
    const hit = element("circle", { cx: x, cy: y, r: arm * 1.7, class: "cross-hit" }, parent);
    element("title", {}, hit).textContent = point.title;
    hit.opens = point;
  }
}
