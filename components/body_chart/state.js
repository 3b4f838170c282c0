// The changing state: hands marks and patterns to the drawn body, or leaves them for it.

export default function ({ data }) {
  const shared = (window.bodyChart ??= { zooms: {} });
  shared.state = data;
  shared.chart?.apply(data);
}
