const DOUBLE = 300; // ms within which a second tap on the same thing belongs to the first

/** Tells the second tap of a double click from one that is meant on its own. */
export class Taps {
  #key = "";
  #until = 0;

  /**
   * Whether a tap is the second of two; a third one counts again.
   * @param {string} key what was tapped
   * @param {number} now ms
   */
  isSecond(key, now) {
    const second = key === this.#key && now < this.#until;
    this.#key = second ? "" : key;
    this.#until = now + DOUBLE;
    return second;
  }
}
