// One line, read out when it changes, also when another page or record is opened. It is no part of what Streamlit
// draws, so that it outlives every run and page.

const SAID = "bodymap-said";
const SETTLED = 500; // ms after which the title of the window stays

/** The line; a screen reader has to know it before its text changes. */
export function announcer() {
  const known = document.getElementById(SAID);
  if (known) return known;
  const line = document.createElement("div");
  line.id = SAID;
  line.className = "only-read";
  line.setAttribute("role", "status");
  document.body.append(line);
  readTitles();
  return line;
}

/** @param {string} text nothing is said again in the same words; an empty text says nothing */
export function announce(text) {
  const line = announcer();
  if (text && line.textContent !== text) line.textContent = text;
}

/** Streamlit changes pages without loading them, so that nobody hears the title of the new one. */
function readTitles() {
  const title = document.querySelector("title");
  if (!title) return;
  let known = document.title;
  let timer = 0;
  const settled = () => {
    if (known !== document.title) announce(document.title);
    known = document.title;
  };
  new MutationObserver(() => {
    clearTimeout(timer);
    timer = window.setTimeout(settled, SETTLED);
  }).observe(title, { childList: true });
}
