// What is drawn, and the joint between the mounts of a page.

import type { Browse, Cross, Mark, MuscleShape, Panel, Pattern, Rect, Scene, Side, State } from "./pure/data.js";
import type { Shown } from "./pure/heard.js";
import type { Marks } from "./pure/marks.js";
import type { Zoom } from "./pure/zoom.js";

// ---- what is drawn --------------------------------------------------------------------------------------

export type Drawing = {
  scene: Scene;
  stage: HTMLElement;
  svg: SVGSVGElement;
  panels: DrawnPanel[];
  regions: Region[];
  /** What a drawn element stands for. */
  regionOf: WeakMap<Element, Region>;
  crossOf: WeakMap<Element, Cross | Pattern>;
};

export type DrawnPanel = {
  panel: Panel;
  index: number;
  /** The sign by which the whole panel is mirrored. */
  flip: number;
  paint: SVGGElement;
  over: SVGGElement;
};

/** One drawn instance of a region. */
export type Region = {
  key: Mark;
  id: string;
  drawn: DrawnPanel;
  path: SVGPathElement;
  label: string;
  anatomical: string;
  transform: string;
};

/** A muscle under the pointer, in the panel and on the side where it was found. */
export type Hit = MuscleShape & { side: Side; sign: number; drawn: DrawnPanel };

/** What pressing the body does: marking places, or choosing muscles. Places are in pixels of the window. */
export type Mode = {
  readonly picks: boolean;
  over(x: number, y: number): void;
  left(): void;
  tapped(x: number, y: number, byMouse: boolean): void;
  press(region: Region): void;
  /** Only where several can be taken at once with a box. */
  boxed?(rect: Rect): void;
  /** Only where what can be opened is told by Python. */
  take?(browse: Browse | undefined): void;
};

// ---- the joint between the mounts of a page ---------------------------------------------------------------

export type DrawnChart = {
  readonly root: HTMLElement;
  readonly drawing: Drawing;
  readonly picking: boolean;
  readonly known: Marks;
  apply(state: State): void;
};

export type Shared = {
  chart?: DrawnChart | null;
  /** The chart drawn last: its marks may be newer than the last state from Python. */
  latest?: DrawnChart;
  /** The zoom of each layout, kept through reruns. */
  zooms: Record<string, Zoom>;
  state?: Partial<State>;
  send?: (name: string, value: unknown) => void;
  /** The session of the server that the last state came from. */
  session?: string;
  /** What was on show when something was last read out, and on which page. */
  heard?: Shown & { page: string };
  /** Whether the borders of all places are shown, kept through changes of the view. */
  borders?: boolean;
  /** The path of the page whose marks the address holds. */
  page?: string;
  /** The browser's own way to add a step to the history. */
  steps?: History["pushState"];
};

/** What a mount of the state brings: JSON of `MarksState` or `PaintState`. */
export type StateMount = {
  data: Uint8Array;
  parentElement: HTMLElement;
  setStateValue(name: string, value: unknown): void;
  setTriggerValue(name: string, value: unknown): void;
};

declare global {
  interface Window {
    bodyChart?: Shared;
    bodyChartTakes?: (mount: StateMount) => void;
    bodyChartWaits?: StateMount[];
  }
}
