// Cards are links, so that they open in a new tab, too. A plain click opens the page without loading the app again.

/** @type {WeakMap<Element, (condition: string) => void>} */
const senders = new WeakMap();

/** @param {{ parentElement: HTMLElement, setTriggerValue: (name: string, value: unknown) => void }} mount */
export default function mountOpening({ parentElement, setTriggerValue }) {
  const known = senders.has(parentElement);
  senders.set(parentElement, (condition) => setTriggerValue("open", condition));
  if (!known) listen(parentElement);
}

/**
 * Listens until the mount has left the page.
 * @param {HTMLElement} mount
 */
function listen(mount) {
  const listening = new AbortController();
  /** @param {MouseEvent} event */
  const clicked = (event) => {
    if (!mount.isConnected) return listening.abort();
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("[data-to-body]")) {
      document.querySelector(".st-key-picture")?.scrollIntoView({ block: "start" });
      event.preventDefault();
    }
    /** @type {HTMLElement | null} */
    const card = target?.closest("a[data-condition]") ?? null;
    const asksForTab = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!card?.dataset.condition || asksForTab) return;
    event.preventDefault();
    senders.get(mount)?.(card.dataset.condition);
    document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
  };
  document.addEventListener("click", clicked, { signal: listening.signal });
}
