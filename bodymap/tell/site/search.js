// The search of the static edition. The index is a script that is loaded when somebody begins to search, because a
// page that was opened from a folder may not fetch files. What is found is written as text, never as HTML.
(() => {
  const form = document.querySelector("form.search");
  const [input, list, status, warned] = ["#asked", "#found", "#search-said", "#warned"].map((one) =>
    form.querySelector(one),
  );
  const answers = form.querySelector(".answers");
  const up = document.body.dataset.up;
  const MOST = 12;
  const SAY_NOTHING = new Set(
    "a an and at behind by for from hurts hurt pain painful sore ache aching i in is it its me my of on or the to when with".split(
      " ",
    ),
  );
  let rows = null;

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]/g, "");
  const split = (text) =>
    plain(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
  const stem = (word) => (word.length > 3 ? word.replace(/(?:es|s)$/, "") : word);

  /** The words of a text that tell something, each once; all of them where none does. */
  function tell(text) {
    const every = split(text);
    const telling = every.filter((word) => !SAY_NOTHING.has(word));
    return [...new Set((telling.length ? telling : every).map(stem))];
  }

  /** Whether two words differ by at most one letter: one more, one less, one other, or two swapped. */
  function near(a, b) {
    if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    const [rest, other] = [a.slice(at), b.slice(at)];
    return (
      rest.slice(1) === other ||
      rest === other.slice(1) ||
      rest.slice(1) === other.slice(1) ||
      (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2))
    );
  }

  function read() {
    const index = window.bodymapIndex;
    rows = index.rows.map(([kind, name, href, others, said]) => ({
      kind: index.kinds[kind],
      name,
      href,
      full: plain(name),
      alike: others.split("|").map(plain),
      names: new Set(split(`${name} ${others}`).map(stem)),
      said: new Set(split(said).map(stem)),
      phrases: [name, ...others.split("|"), ...said.split("|")].map(tell).filter((words) => words.length),
    }));
  }

  /** How well a word of the query stands in a row, from 0 to 10. */
  function fits(word, row) {
    if (row.names.has(word)) return 10;
    if (row.said.has(word)) return 5;
    let best = 0;
    for (const [words, begun, slip] of [
      [row.names, 6, 4],
      [row.said, 2, 1],
    ])
      for (const other of words) {
        if (best < begun && word.length > 1 && other.startsWith(word)) best = begun;
        else if (best < slip && word.length > 4 && near(word, other)) best = slip;
      }
    return best;
  }

  function find(text) {
    const words = tell(text).slice(0, 12);
    const table = rows.map((row) => words.map((word) => fits(word, row)));
    const weights = words.map((_, at) => Math.log(1 + rows.length / (1 + table.filter((line) => line[at]).length)));
    const all = weights.reduce((total, weight) => total + weight, 0);
    const asked = plain(text).trim();
    const scored = rows.map((row, at) => {
      const line = table[at];
      const hit = line.filter(Boolean).length;
      const sum = line.reduce((total, value, word) => total + value * weights[word], 0);
      const alike = Math.max(
        0,
        ...row.phrases.map((phrase) => {
          const both = words.reduce((total, word, w) => total + (phrase.includes(word) ? weights[w] : 0), 0);
          return (both / all) * (phrase.filter((word) => words.includes(word)).length / phrase.length);
        }),
      );
      const exact = row.full.split(" (")[0] === asked ? 1000 : row.alike.includes(asked) ? 500 : 0;
      return {
        row,
        score:
          hit * 2 >= words.length ? exact + (sum * hit) / words.length + 12 * all * alike - row.names.size / 50 : 0,
      };
    });
    return scored
      .filter((one) => one.score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST);
  }

  function warnings(text) {
    const words = split(text);
    const said = (word) => words.includes(word) || (word.length > 5 && words.some((other) => near(word, other)));
    return window.bodymapIndex.warned.filter((one) => one.words.some((set) => set.every(said)));
  }

  function element(name, text, where) {
    const made = document.createElement(name);
    made.textContent = text;
    where.append(made);
    return made;
  }

  function show() {
    if (!rows) return;
    const text = input.value.trim();
    answers.classList.toggle("on", Boolean(text));
    const found = text ? find(text) : [];
    list.replaceChildren();
    warned.replaceChildren();
    for (const one of text ? warnings(text) : []) element("p", one.line, warned).className = "flags now";
    for (const { row } of found) {
      const item = element("li", "", list);
      element("a", row.name, item).href = up + row.href;
      element("span", row.kind, item).className = "quiet";
    }
    status.textContent = !text
      ? ""
      : found.length
        ? `${found.length} found`
        : "Nothing found. Try another word, or look in A to Z.";
  }

  function load() {
    if (document.querySelector("script[data-index]")) return;
    const script = document.createElement("script");
    script.dataset.index = "";
    script.src = `${up}search-index.js`;
    script.onload = () => {
      read();
      show();
    };
    script.onerror = () => {
      answers.classList.add("on");
      status.textContent = "The search index is missing. Look in A to Z instead.";
    };
    document.body.append(script);
  }

  form.hidden = false;
  input.addEventListener("focus", () => {
    load();
    show();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) answers.classList.remove("on");
  });
  input.addEventListener("input", () => {
    load();
    show();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      input.value = "";
      show();
      input.focus();
    }
    const ways = [input, ...list.querySelectorAll("a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && answers.classList.contains("on")) {
      event.preventDefault();
      ways[Math.min(ways.length - 1, Math.max(0, ways.indexOf(document.activeElement) + step))].focus();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });

  // Paper has nothing to click: what is folded away is printed, but for the lists of sources.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open], .sources)")];
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of closed) one.open = false;
  });
})();
