const CLICK_SLACK = 6; // px a pointer may travel and still be a click

/**
 * The pointers that are down on the chart, in pixels of the window, and what they mean together: a tap, a drag or a
 * pinch. A pinch lasts until the last pointer is gone.
 */
export class Gesture {
  /** @type {Map<number, { x: number, y: number, startX: number, startY: number, moved: boolean }>} */
  #pointers = new Map();
  /** @type {{ distance: number, width: number } | null} */
  #pinch = null;

  get pressing() {
    return this.#pointers.size > 0;
  }

  /**
   * @param {number} id
   * @param {number} x
   * @param {number} y
   * @param {number} width of the part of the scene on show, from which a pinch starts
   */
  down(id, x, y, width) {
    this.#pointers.set(id, { x, y, startX: x, startY: y, moved: false });
    if (this.#pointers.size === 2) this.#pinch = { distance: this.#spread().distance, width };
  }

  /**
   * How far a pointer went since it was last heard of, and whether it dragged; null for a pointer that is not down.
   * @param {number} id
   * @param {number} x
   * @param {number} y
   */
  move(id, x, y) {
    const pointer = this.#pointers.get(id);
    if (!pointer) return null;
    const [dx, dy] = [x - pointer.x, y - pointer.y];
    pointer.x = x;
    pointer.y = y;
    pointer.moved ||= Math.hypot(x - pointer.startX, y - pointer.startY) > CLICK_SLACK;
    return { dx, dy, dragged: pointer.moved };
  }

  /** The width that a pinch asks for and the place between its two pointers, or null. */
  get pinched() {
    if (!this.#pinch || this.#pointers.size !== 2) return null;
    const { distance, x, y } = this.#spread();
    return { width: (this.#pinch.width * this.#pinch.distance) / distance, x, y };
  }

  /**
   * Where a pointer tapped, or null where it dragged, pinched or was not down. It stays down until it is gone.
   * @param {number} id
   */
  tapped(id) {
    const pointer = this.#pointers.get(id);
    return pointer && !pointer.moved && !this.#pinch ? { x: pointer.startX, y: pointer.startY } : null;
  }

  /**
   * Whether it was the last one.
   * @param {number} id
   */
  gone(id) {
    this.#pointers.delete(id);
    if (this.#pointers.size === 0) this.#pinch = null;
    return this.#pointers.size === 0;
  }

  #spread() {
    const [a, b] = [...this.#pointers.values()];
    return { distance: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  }
}
