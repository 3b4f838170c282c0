// The changing state: hands marks and patterns to the drawn body, or leaves them for it.

export default function ({ data, setStateValue }) {
  const shared = (window.bodyChart ??= { zooms: {} });
  shared.send = setStateValue; // clicks go this way too, so that only the part of the page that holds this mount runs again
  shared.state = data;
  shared.chart?.apply(data);
}
