// Keeps the document and its address in the chosen language. It shows nothing.

const ENGLISH = "en"; // needs no parameter, and is what the document says of itself

/** @param {{ data: { language: string } }} mount */
export default function mountLanguage({ data: { language } }) {
  document.documentElement.lang = language;
  const write = () => writeLanguage(language);
  const arrived = () => setTimeout(write); // after the page has taken the step
  write();
  window.addEventListener("popstate", arrived);
  return () => {
    window.removeEventListener("popstate", arrived);
  };
}

/** @param {string} language */
function writeLanguage(language) {
  const url = new URL(location.href);
  if (language === ENGLISH) url.searchParams.delete("lang");
  else url.searchParams.set("lang", language);
  const search = url.search.replaceAll("%2C", ",").replaceAll("%40", "@");
  if (search !== location.search) history.replaceState(history.state, "", `${url.pathname}${search}${url.hash}`);
}
