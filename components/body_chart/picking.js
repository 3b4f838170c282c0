// Choosing a muscle on the body: what lies under the pointer, from the surface inwards.

class Picking extends Saving {
  // `anatomy` maps views to outlines, the outermost first: {id, name, part, d}.
  learn(anatomy) {
    this.root.classList.add("picks");
    this.named.dataset.hint = "Point at the body to see which muscles lie there. Click to choose one.";
    this.stage.setAttribute("aria-label", "Body chart. Arrow keys move between places, Enter lists the muscles there, plus and minus zoom.");
    this.anatomy = Object.fromEntries(
      Object.entries(anatomy).map(([view, shapes]) => [view, shapes.map((shape) => ({ ...shape, path: new Path2D(shape.d) }))]),
    );
    this.surface = Object.fromEntries(
      Object.keys(anatomy).map((view) => [view, this.scene.views[view].surface.map(({ id, d }) => ({ id, path: new Path2D(d) }))]),
    );
  }

  musclesAt(clientX, clientY) {
    const [x, y] = this.toUnits(clientX, clientY);
    const canvas = (this.canvas ??= document.createElement("canvas").getContext("2d"));
    const found = new Map();
    let outermost = null;
    for (const drawn of this.panels) {
      const { at, sides, view } = drawn.panel;
      for (const [side, sign] of Object.entries(sides)) {
        const px = (x - at[0]) * sign;
        const here = (shape) => canvas.isPointInPath(shape.path, px, y - at[1], "evenodd");
        outermost ??= this.surface[view].findLast(here)?.id;
        for (const shape of this.anatomy[view].filter(here)) {
          const known = found.get(shape.id);
          if (!known || shape.part === outermost) found.set(shape.id, { ...shape, side, drawn, sign });
        }
      }
    }
    const muscles = [...found.values()];
    return [...muscles.filter(({ part }) => part === outermost), ...muscles.filter(({ part }) => part !== outermost)];
  }

  nameMuscles(muscles) {
    this.named.textContent = muscles.length ? muscles.map((muscle) => muscle.name).join(" · ") : "";
    if (muscles.length > 1) {
      const small = document.createElement("small");
      small.textContent = "Here, from the surface inwards. Click to choose.";
      this.named.append(small);
    }
    this.outlineMuscle(muscles[0]);
  }

  outlineMuscle(muscle) {
    for (const { over } of this.panels) over.querySelectorAll(".pick-line").forEach((line) => line.remove());
    if (muscle) element("path", { d: muscle.d, transform: `scale(${muscle.sign * muscle.drawn.flip} 1)`, class: "pick-line" }, muscle.drawn.over);
  }

  // A list at the pointer; a single muscle is chosen at once.
  offer(muscles, clientX, clientY) {
    this.closeOffer();
    if (muscles.length === 1) this.choose(muscles[0]);
    if (muscles.length < 2) return;
    const list = (this.offered = document.createElement("div"));
    list.className = "offer";
    list.setAttribute("role", "menu");
    list.setAttribute("aria-label", "Muscles here, from the surface inwards");
    for (const muscle of muscles) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: muscle.name });
      button.setAttribute("role", "menuitem");
      button.addEventListener("click", () => (this.closeOffer(), this.stage.focus({ preventScroll: true }), this.choose(muscle)));
      for (const type of ["pointerenter", "focus"]) button.addEventListener(type, () => this.outlineMuscle(muscle));
      list.append(button);
    }
    list.addEventListener("keydown", (event) => this.offerKey(event));
    this.root.append(list);
    const root = this.root.getBoundingClientRect();
    const fits = (at, size, room) => Math.max(4, Math.min(at, room - size - 4));
    list.style.left = `${fits(clientX - root.left + 10, list.offsetWidth, root.width)}px`;
    list.style.top = `${fits(clientY - root.top + 10, list.offsetHeight, root.height)}px`;
    list.firstChild.focus({ preventScroll: true });
  }

  choose(muscle) {
    this.open({ muscle: muscle.id, side: muscle.side });
  }

  offerKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const buttons = [...this.offered.children];
      buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length).focus();
    } else if (event.key === "Escape") {
      this.closeOffer();
      this.stage.focus();
    } else return;
    event.stopPropagation();
    event.preventDefault();
  }

  closeOffer() {
    this.offered?.remove();
    this.offered = null;
    this.outlineMuscle(null);
  }
}
