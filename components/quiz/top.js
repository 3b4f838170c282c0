// A new question, its answer and the result begin at the top of the window, wherever the last one was scrolled to.

const START = ".quiz-start";

/** @param {{ data: string }} mount */
export default function mountTop({ data }) {
  const before = document.body.dataset.quiz;
  document.body.dataset.quiz = data;
  if (before === undefined || before === data) return;
  const timer = setTimeout(() => {
    const start = document.querySelector(START);
    if (start && start.getBoundingClientRect().top < 0) start.scrollIntoView({ block: "start" });
  }, 60);
  return () => clearTimeout(timer);
}
