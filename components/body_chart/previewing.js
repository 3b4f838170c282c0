// Pointing at or focusing a row of a list paints its pattern at once, without the server. Rows come and go with every
// run of the script, so what counts is found on the page and not kept.

const ROWS = "[data-paint]";

export class Preview {
  /** @type {string | null} */
  #pointed = null;
  /** @type {string | null} */
  #focused = null;
  /** @type {string | null} */
  #under = null;
  #clicked = false;
  #at = "";

  /**
   * @param {{ known(id: string): boolean, show(): void, pressed(id: string): void }} chart
   * @param {AbortSignal} signal
   */
  constructor(chart, signal) {
    this.chart = chart;
    /** @type {(event: PointerEvent) => void} */
    const over = (event) => this.over(event);
    for (const type of /** @type {const} */ (["pointerover", "pointermove"])) {
      document.addEventListener(type, over, { signal, passive: true });
    }
    document.documentElement.addEventListener("pointerleave", () => this.point(null), { signal });
    document.addEventListener("focusin", ({ target }) => this.focus(this.rowAt(target)), { signal });
    document.addEventListener("focusout", ({ relatedTarget }) => this.focus(this.rowAt(relatedTarget)), { signal });
    document.addEventListener("click", ({ target }) => this.click(this.rowAt(target)), { signal, capture: true });
  }

  /** The pattern to paint instead of what Python said, or null. */
  get id() {
    return this.#pointed ?? this.#focused;
  }

  /** @type {(target: EventTarget | null) => string | null} */
  rowAt(target) {
    /** @type {HTMLElement | null} */
    const row = target instanceof Element ? target.closest(ROWS) : null;
    const id = row?.dataset.paint;
    return id && this.chart.known(id) ? id : null;
  }

  /**
   * A finger paints by its focus. Rows that move under a mouse at rest paint nothing.
   * @param {PointerEvent} event
   */
  over({ target, pointerType, clientX, clientY }) {
    if (pointerType === "touch") return;
    const at = `${clientX} ${clientY}`;
    const rests = at === this.#at;
    this.#at = at;
    const id = this.rowAt(target);
    if (id === this.#under) return;
    if (rests && id !== null) return this.point(null);
    this.#under = id;
    this.point(id);
  }

  /** @param {string | null} id */
  point(id) {
    if (id === null) this.#under = null;
    const before = this.id;
    this.#pointed = id;
    if (this.id !== before) this.chart.show();
  }

  /** @param {string | null} id */
  focus(id) {
    const before = this.id;
    this.#focused = id;
    if (this.id !== before) this.chart.show();
  }

  /** @param {string | null} id */
  click(id) {
    if (id === null) return;
    this.#clicked = true;
    this.chart.pressed(id);
  }

  /**
   * Python has spoken. After a press on a row that counts until another row is pointed at; and rows may be gone.
   * @param {boolean} isNew whether it paints something else than before
   */
  settle(isNew) {
    if (this.#clicked && isNew) {
      this.#clicked = false;
      this.#pointed = this.#focused = null;
    }
    if (this.#focused && this.rowAt(document.activeElement) !== this.#focused) this.#focused = null;
    if (this.#pointed && this.rowAt([...document.querySelectorAll(":hover")].at(-1) ?? null) !== this.#pointed) {
      this.#pointed = this.#under = null;
    }
  }
}
