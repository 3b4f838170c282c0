/** @import { Focus } from "./focus.js" */

import { commandOf } from "./pure/keys.js";

/**
 * The chart is one tab stop; inside it arrow keys move from place to place.
 * @param {HTMLElement} stage
 * @param {Focus} focus
 * @param {{ press(): void, zoom(which: string): void }} chart
 * @param {AbortSignal} signal
 */
export function listenToKeys(stage, focus, chart, signal) {
  stage.addEventListener("focus", () => focus.enter(), { signal });
  stage.addEventListener("blur", () => focus.leave(), { signal });
  stage.addEventListener(
    "keydown",
    (event) => {
      const command = commandOf(event.key);
      if (!command) return;
      event.preventDefault();
      if ("move" in command) focus.move(command.move);
      else if ("go" in command) focus.go(command.go);
      else if ("zoom" in command) chart.zoom(command.zoom);
      else chart.press();
    },
    { signal },
  );
}
