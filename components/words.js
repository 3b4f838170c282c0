// The words of the chosen language, by the English ones. Python sends them once with what is drawn; English needs none.

/** @type {Record<string, string>} */
let known = {};

/** @param {Record<string, string>} [words] */
export function speak(words = {}) {
  known = words;
}

/** Whether no other language is spoken. */
export function isEnglish() {
  return !Object.keys(known).length;
}

/**
 * A text in the chosen language; a context parts what English calls by one word.
 * @param {string} text
 * @param {string} [context]
 */
export function tr(text, context) {
  const key = context ? `${context}\u0004${text}` : text;
  return Object.hasOwn(known, key) ? known[key] : text;
}

/**
 * A text with `{}` filled in, one part after another.
 * @param {string} text
 * @param {(string | number)[]} parts
 */
export function filled(text, ...parts) {
  return parts.reduce((/** @type {string} */ said, part) => said.replace("{}", () => String(part)), tr(text));
}

/**
 * Marks a text that `tr` is to say later.
 * @param {string} text
 */
export function later(text) {
  return text;
}
