// What changes, in two mounts: the marks, and what is painted. Either may be drawn anew without the other.

export default function ({ data, setStateValue }) {
  const shared = (window.bodyChart ??= { zooms: {} });
  if (data.marks) shared.send = setStateValue; // clicks go this way, so that only the part of the page around it runs again
  shared.state = { ...shared.state, ...data };
  if (shared.state.marks && shared.state.patterns) shared.chart?.apply(shared.state);
}
