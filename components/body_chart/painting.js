// Painting a pattern over the drawn body: zones, the muscle, the cross, and the legend that explains them.

class Painting extends Drawing {
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
}
