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
