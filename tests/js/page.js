// As much of a page as the modules that draw need, so that what they draw can be read without a browser.

export class FakeNode {
  /** @param {string} tag */
  constructor(tag) {
    this.tag = tag;
    /** @type {Record<string, string>} */
    this.attributes = {};
    /** @type {any[]} */
    this.children = [];
    /** @type {FakeNode | null} */
    this.parent = null;
    this.textContent = "";
    this.className = "";
    this.style = { setProperty: () => {} };
    this.classes = new Set();
    /** @type {Record<string, string>} */
    this.dataset = {};
    this.classList = {
      toggle: (/** @type {string} */ name, /** @type {boolean} */ on) =>
        on ? this.classes.add(name) : this.classes.delete(name),
    };
    this.box = { x: 0, y: 0, width: 0, height: 0 };
  }

  /** @type {(name: string, value: string) => void} */
  setAttribute(name, value) {
    this.attributes[name] = String(value);
  }

  /** @param {string} name */
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }

  get id() {
    return this.attributes.id ?? "";
  }

  /** @param {string} name */
  removeAttribute(name) {
    delete this.attributes[name];
  }

  /** @param {FakeNode[]} nodes */
  append(...nodes) {
    for (const node of nodes) node.parent = this;
    this.children.push(...nodes);
  }

  /** @param {FakeNode[]} nodes */
  prepend(...nodes) {
    for (const node of nodes) {
      node.remove();
      node.parent = this;
    }
    this.children.unshift(...nodes);
  }

  /** @param {FakeNode[]} nodes */
  replaceChildren(...nodes) {
    this.children = [];
    this.append(...nodes);
  }

  remove() {
    if (this.parent) this.parent.children = this.parent.children.filter((node) => node !== this);
  }

  getBoundingClientRect() {
    const { x, y, width, height } = this.box;
    return { ...this.box, left: x, right: x + width, top: y, bottom: y + height };
  }

  /** By classes only: `.hover-line, .focus-line`. @param {string} selector @returns {FakeNode[]} */
  querySelectorAll(selector) {
    const names = selector.split(",").map((name) => name.trim().slice(1));
    return this.all.filter((node) => names.some((name) => node.has(name)));
  }

  /** Up from this one, by class. @param {string} selector @returns {FakeNode | null} */
  closest(selector) {
    return this.has(selector.slice(1)) ? this : (this.parent?.closest(selector) ?? null);
  }

  /** @param {string} name */
  has(name) {
    return `${this.attributes.class ?? ""} ${this.className}`.split(" ").includes(name);
  }

  /** Everything inside, in order. @returns {FakeNode[]} */
  get all() {
    return this.children.flatMap((node) => [node, ...node.all]);
  }

  /** How many times its x is mirrored by it and what it lies in: 1 or -1. @returns {number} */
  get sign() {
    const own = /scale\((-?[\d.]+) /.exec(this.attributes.transform ?? "")?.[1] ?? 1;
    return Math.sign(Number(own)) * (this.parent?.sign ?? 1);
  }
}

/** The window's element at a place, or several from the top, set by a test. @type {{ under: unknown }} */
export const pointed = { under: null };

/** @type {any} */ (globalThis).document = {
  createElement: (/** @type {string} */ tag) => new FakeNode(tag),
  createElementNS: (/** @type {string} */ _, /** @type {string} */ tag) => new FakeNode(tag),
  elementFromPoint: () => [pointed.under].flat()[0],
  elementsFromPoint: () => [pointed.under].flat().filter(Boolean),
};
/** @type {any} */ (globalThis).DOMPoint = class {
  /** @param {number} x @param {number} y */
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }

  matrixTransform() {
    return this;
  }
};
