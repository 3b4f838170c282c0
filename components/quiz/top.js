// A new question, its answer and the result begin at the top of the window, wherever the last one was scrolled to, and
// are read out.

import { announce, announcer } from "../announcing.js";

const START = ".quiz-start";

/** @param {{ data: { name: string, said: string } }} mount */
export default function mountTop({ data: { name, said } }) {
  const before = document.body.dataset.quiz;
  document.body.dataset.quiz = name;
  announcer();
  if (before === undefined || before === name) return;
  announce(said);
  const timer = setTimeout(() => {
    const start = document.querySelector(START);
    if (start && start.getBoundingClientRect().top < 0) start.scrollIntoView({ block: "start" });
  }, 60);
  return () => clearTimeout(timer);
}
