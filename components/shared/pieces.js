// Lists whose items the page holds already (pieces.py): they are put in when the part that holds the list is opened.

/** @param {{ parentElement: HTMLElement }} mount */
export default function mountPieces({ parentElement }) {
  if (parentElement.dataset.listens) return;
  parentElement.dataset.listens = "yes";
  const listening = new AbortController();
  /** @param {Event} event */
  const opening = (event) => {
    if (!parentElement.isConnected) return listening.abort();
    const target = event.target instanceof Element ? event.target : null;
    const part = event.type === "toggle" ? target : target?.closest("summary")?.parentElement;
    if (part instanceof HTMLDetailsElement) fill(part);
  };
  // A click on the line comes before the part opens, so that it never opens empty; the search of a browser only toggles.
  document.addEventListener("click", opening, { capture: true, signal: listening.signal });
  document.addEventListener("toggle", opening, { capture: true, signal: listening.signal });
}

/**
 * Puts the items into the lists of a part, but not into those of closed parts within it.
 * @param {HTMLDetailsElement} part
 */
function fill(part) {
  /** @type {NodeListOf<HTMLElement>} */
  const lists = part.querySelectorAll("[data-pieces]:empty");
  for (const list of lists) {
    if (list.closest("details") !== part) continue;
    const [kind, ...numbers] = (list.dataset.pieces ?? "").split(" ");
    if (kind === "why") list.append(...whyOf(numbers));
    else if (list.tagName === "UL") list.append(...copiesOf(kind, numbers));
    else for (const item of copiesOf(kind, numbers)) list.append(list.hasChildNodes() ? " " : "", ...item.childNodes);
  }
}

/**
 * @param {string} kind
 * @param {string[]} numbers
 */
function copiesOf(kind, numbers) {
  const items = kept(kind)?.children;
  return numbers
    .map((number) => items?.[Number(number)]?.cloneNode(true))
    .filter((item) => item instanceof HTMLElement);
}

/** @param {string} kind */
function kept(kind) {
  return document.querySelector(`.pieces [data-kind="${kind}"]`);
}

/**
 * Signs in full, in a box for each time that has some, and their sources, each once.
 * @param {string[]} numbers
 */
function whyOf(numbers) {
  const signs = copiesOf("full", numbers);
  const sources = [...new Set(signs.flatMap((sign) => (sign.dataset.refs ?? "").split(" ").filter(Boolean)))];
  const boxes = [...(kept("why")?.cloneNode(true).childNodes ?? [])].filter((box) => box instanceof HTMLElement);
  return boxes.filter((box) => {
    const folded = box.matches("details");
    const items = folded
      ? copiesOf("sources", sources)
      : signs.filter((sign) => box.classList.contains(sign.dataset.time ?? ""));
    box.querySelector("ul")?.append(...items);
    const label = box.querySelector("summary");
    if (folded && label) label.textContent = (label.textContent ?? "").replace("{}", String(sources.length));
    return items.length > 0;
  });
}
