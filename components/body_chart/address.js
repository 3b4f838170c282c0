// The address bar holds the marks, so that reload, back, forward and a copied link bring them back.

const address = {
  marks() {
    const text = new URLSearchParams(location.search).get("marks") ?? "";
    return text ? text.split(",") : [];
  },

  write(marks, replace = false) {
    const url = new URL(location.href);
    if (marks.length) url.searchParams.set("marks", marks.join(","));
    else url.searchParams.delete("marks");
    url.search = url.search.replaceAll("%2C", ",");
    if (url.href !== location.href) history[replace ? "replaceState" : "pushState"](history.state, "", url);
  },
};

// When a button leads to another page with parameters, Streamlit 1.67 first adds a step with the old page and the new
// parameters, which is neither here nor there. The step to the new page takes its place.
window.bodyChart ??= { zooms: {} };
if (!window.bodyChart.steps) {
  window.bodyChart.steps = history.pushState;
  history.pushState = function (data, title, to) {
    const next = new URL(to ?? location.href, location.href);
    const halfway = next.search && next.search === location.search && next.pathname !== location.pathname;
    (halfway ? history.replaceState : window.bodyChart.steps).call(this, data, title, to);
  };
}
