// The search box: answers while one types, without the server, in a list that lies over the page.
// Python hears only what is chosen. joined.py makes one script of the modules.

/** @import { Choice, Index, Row } from "./pure/data.d.ts" */

import { announce } from "../announcing.js";
import { sentIn, translate } from "../translating.js";
import { filled, later, speak } from "../words.js";
import { drawRows, drawWarnings, markRow, rowAt } from "./list.js";
import { searchParts } from "./parts.js";
import { buildIndex } from "./pure/index.js";
import { find } from "./pure/rank.js";
import { choiceOf, counted, moved, rowsOf } from "./pure/rows.js";
import { warningsFor } from "./pure/warnings.js";

/** @type {WeakMap<Element, SearchList>} */
const drawn = new WeakMap();

/** @param {{ data: Uint8Array, parentElement: HTMLElement, setTriggerValue: (name: string, value: unknown) => void }} mount */
export default function mountSearch({ data, parentElement, setTriggerValue }) {
  const parts = searchParts(parentElement);
  /** @type {(choice: Choice) => void} */
  const send = (choice) => setTriggerValue("chosen", choice);
  const known = drawn.get(parts.root);
  if (known) known.take(data, send);
  else drawn.set(parts.root, new SearchList(parts, data, send));
}

class SearchList {
  /**
   * @param {ReturnType<typeof searchParts>} parts
   * @param {Uint8Array} data
   * @param {(choice: Choice) => void} send
   */
  constructor(parts, data, send) {
    this.parts = parts;
    this.send = send;
    /** @type {Uint8Array | null} */
    this.data = null;
    /** @type {Index | null} */
    this.index = null;
    /** @type {Row[]} */
    this.rows = [];
    this.active = -1;
    this.listen();
    this.take(data, send);
    announce("");
    parts.root.dataset.ready = "true";
  }

  listen() {
    const { root, input, clear, drop } = this.parts;
    input.addEventListener("focus", () => this.answer());
    input.addEventListener("input", () => this.answer());
    input.addEventListener("keydown", (event) => this.key(event));
    root.addEventListener("focusout", (event) => {
      if (!root.contains(/** @type {Node | null} */ (event.relatedTarget))) this.close();
    });
    clear.addEventListener("click", () => {
      this.write("");
      input.focus();
    });
    drop.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the field
    drop.addEventListener("click", (event) => {
      const at = rowAt(event.target);
      if (at >= 0) this.choose(at, event);
    });
  }

  /**
   * What is sent: read again only in another language.
   * @param {Uint8Array} data
   * @param {(choice: Choice) => void} send
   */
  take(data, send) {
    this.send = send;
    const { language, words, rest } = sentIn(data);
    if (this.data && language === (this.parts.root.dataset.language ?? "")) return;
    speak(words);
    translate(this.parts.root, language);
    this.data = rest;
    this.index = null;
  }

  /** What can be found is read when it is first asked for. */
  known() {
    this.index ??= buildIndex(JSON.parse(new TextDecoder().decode(this.data ?? undefined)));
    return this.index;
  }

  answer() {
    const { input, clear, none, said } = this.parts;
    const text = input.value;
    clear.hidden = !text;
    if (!text.trim()) {
      this.close();
      return;
    }
    const index = this.known();
    this.rows = rowsOf(index, find(index, text));
    drawWarnings(this.parts.warnings, warningsFor(index.warnings, text));
    drawRows(this.parts.list, this.rows);
    none.hidden = this.rows.length > 0;
    none.textContent = this.rows.length ? "" : filled("Nothing found for “{}”. Try another word.", text.trim());
    said.textContent = counted(this.rows.length);
    this.open();
  }

  open() {
    this.parts.drop.hidden = false;
    this.parts.list.scrollTop = 0;
    this.parts.input.setAttribute("aria-expanded", "true");
    this.activate(-1);
  }

  close() {
    this.parts.drop.hidden = true;
    this.parts.input.setAttribute("aria-expanded", "false");
    this.activate(-1);
  }

  /** @param {number} at */
  activate(at) {
    this.active = at;
    markRow(this.parts, at);
  }

  /** @param {string} text */
  write(text) {
    this.parts.input.value = text;
    this.answer();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const closed = this.parts.drop.hidden;
    if (event.key === "Escape") {
      if (closed) this.write("");
      else this.close();
    } else if (event.key === "Enter" && !closed && this.rows.length) {
      this.choose(Math.max(0, this.active), event);
    } else if (closed && event.key === "ArrowDown" && this.parts.input.value.trim()) {
      this.answer();
      this.activate(0);
    } else {
      const at = closed ? null : moved(event.key, this.active, this.rows.length);
      if (at === null) return;
      this.activate(at);
    }
    event.preventDefault();
  }

  /**
   * A group of muscles whose muscles are not listed yet lists them; anything else is sent.
   * @param {number} at
   * @param {Event} event
   */
  choose(at, event) {
    const row = this.rows[at];
    if (row.kind === "group") {
      this.write(row.name);
      this.activate(Math.min(1, this.rows.length - 1));
      return;
    }
    this.write("");
    this.parts.said.textContent = "";
    announce(filled(row.kind === "region" ? later("{}, marked") : later("{} opens"), row.name));
    if (event instanceof PointerEvent && event.pointerType === "touch") this.parts.input.blur();
    this.send(choiceOf(row, Date.now()));
  }
}
