// The changing state: hands marks and pattern to the drawn body, or leaves them for it.

export default function ({ data }) {
  const shared = (window.bodyChart ??= { charts: {}, states: {}, zooms: {}, latest: {} });
  shared.states[data.chart] = data;
  shared.charts[data.chart]?.apply(data);
}
