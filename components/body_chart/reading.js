/** @import { Scene } from "./pure/data.d.ts" */

import { sentIn, translate } from "../translating.js";
import { speak } from "../words.js";
import { inWords } from "./pure/spoken.js";

/**
 * The scene that Python sends, and all words around it, in the chosen language.
 * @param {Uint8Array} data
 * @param {HTMLElement} root
 * @returns {Scene}
 */
export function readScene(data, root) {
  const { language, words, rest } = sentIn(data);
  speak(words);
  translate(root, language);
  return inWords(JSON.parse(new TextDecoder().decode(rest)), language);
}
