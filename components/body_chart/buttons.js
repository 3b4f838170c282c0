/**
 * The buttons of the chart that zoom.
 * @param {HTMLElement} root
 * @param {(which: string) => void} zoom
 * @param {AbortSignal} signal
 */
export function listenToButtons(root, zoom, signal) {
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = root.querySelectorAll("[data-zoom]");
  for (const button of buttons) button.addEventListener("click", () => zoom(button.dataset.zoom ?? ""), { signal });
}
