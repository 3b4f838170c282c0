const ASIDE = 10; // px between the pointer and the list
const EDGE = 4; // px between the list and the edge of the chart

/**
 * A list of things at the pointer, as a menu for mouse, finger and keyboard. The first one has the focus.
 * @template {{ name: string }} Thing
 * @param {HTMLElement} root
 * @param {string} label
 * @param {Thing[]} things
 * @param {[number, number]} at in pixels of the window
 * @param {{ point(thing: Thing): void, choose(thing: Thing): void, cancel(): void }} then
 */
export function offerThings(root, label, things, at, then) {
  const list = document.createElement("div");
  list.className = "offer";
  list.setAttribute("role", "menu");
  list.setAttribute("aria-label", label);
  const buttons = things.map((thing) => entry(thing, then));
  list.append(...buttons);
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const now = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
      buttons.at((now + step) % buttons.length)?.focus();
    } else if (event.key === "Escape") then.cancel();
    else return;
    event.stopPropagation();
    event.preventDefault();
  });
  root.append(list);
  place(list, root, at);
  buttons[0].focus({ preventScroll: true });
  return { list, close: () => list.remove() };
}

/**
 * @template {{ name: string }} Thing
 * @param {Thing} thing
 * @param {{ point(thing: Thing): void, choose(thing: Thing): void }} then
 */
function entry(thing, then) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = thing.name;
  button.setAttribute("role", "menuitem");
  button.addEventListener("click", () => then.choose(thing));
  for (const type of ["pointerenter", "focus"]) button.addEventListener(type, () => then.point(thing));
  return button;
}

/** @type {(list: HTMLElement, root: HTMLElement, at: [number, number]) => void} */
function place(list, root, [clientX, clientY]) {
  const box = root.getBoundingClientRect();
  /** @type {(at: number, size: number, room: number) => string} */
  const fitted = (at, size, room) => `${Math.max(EDGE, Math.min(at + ASIDE, room - size - EDGE))}px`;
  list.style.left = fitted(clientX - box.left, list.offsetWidth, box.width);
  list.style.top = fitted(clientY - box.top, list.offsetHeight, box.height);
}
