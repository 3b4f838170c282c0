/** @import { Click, Mark, MarksState } from "./data.d.ts" */

/**
 * The marks as the page knows them, as an immutable value: see "The click protocol" in docs/architecture.md.
 * `revision` is Python's newest change that was taken over, `seq` the number of the newest click (0 before the first).
 */
export class Marks {
  /**
   * @param {Iterable<Mark>} [marks]
   * @param {number | null} [revision]
   * @param {number} [seq]
   */
  constructor(marks = [], revision = null, seq = 0) {
    this.set = new Set(marks);
    this.revision = revision;
    this.seq = seq;
    Object.freeze(this);
  }

  /** @returns {Click} */
  get message() {
    return { seq: this.seq, base: this.revision, marks: [...this.set] };
  }

  /** The marks in an order that does not depend on that of the clicks. */
  get text() {
    return [...this.set].sort().join(",");
  }

  /** @param {Mark} mark */
  has(mark) {
    return this.set.has(mark);
  }

  /**
   * @param {Mark} mark
   * @param {number} now
   */
  toggled(mark, now) {
    return this.#clicked(this.has(mark) ? [...this.set].filter((kept) => kept !== mark) : [...this.set, mark], now);
  }

  /**
   * Itself if nothing is new, so that nothing is sent.
   * @param {Mark[]} marks
   * @param {number} now
   */
  with(marks, now) {
    return marks.every((mark) => this.has(mark)) ? this : this.#clicked([...this.set, ...marks], now);
  }

  /**
   * Itself if the marks are these in this order.
   * @param {Mark[]} marks
   * @param {number} now
   */
  replaced(marks, now) {
    return marks.join() === [...this.set].join() ? this : this.#clicked(marks, now);
  }

  /**
   * Python's marks where Python changed them since; else itself, because the page's own clicks are newer.
   * @param {Pick<MarksState, "revision" | "marks">} state
   * @param {boolean} [always]
   */
  taking(state, always = false) {
    return state.revision === this.revision && !always ? this : new Marks(state.marks, state.revision, this.seq);
  }

  /**
   * The marks of the address, told to a session that does not know them yet.
   * @param {Mark[]} marks
   * @param {number} revision
   * @param {number} now
   */
  restored(marks, revision, now) {
    return new Marks(marks, revision, Math.max(now, this.seq + 1));
  }

  /**
   * Numbers of clicks always grow, also past a clock that goes back.
   * @param {Iterable<Mark>} marks
   * @param {number} now
   */
  #clicked(marks, now) {
    return new Marks(marks, this.revision, Math.max(now, this.seq + 1));
  }
}
