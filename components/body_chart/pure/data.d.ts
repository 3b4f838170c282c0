// What Python sends (bodymap/scene.py, components/painting.py) and hears, and the places that both speak of.

/** In path units (10,000 to a body height, y downwards) unless something else is said. */
export type Point = readonly [x: number, y: number];
export type Box = readonly [x: number, y: number, width: number, height: number];
/** In pixels of the window. */
export type Rect = { left: number; right: number; top: number; bottom: number };

export type Side = "left" | "right";
/** A region and its side, `knee_front.right`, or a midline region alone. */
export type Mark = string;

// ---- the scene ------------------------------------------------------------------------------------------

export type Scene = {
  id: string;
  figure: "woman" | "man";
  box: Box;
  panels: Panel[];
  views: Record<string, View>;
  /** Plain and anatomical name of each region. */
  names: Record<string, readonly [plain: string, anatomical: string]>;
  /** Buttons beside the body that open a close-up. */
  looks: Look[];
  patterns: ScenePatterns;
  says: {
    titles: { left: string; right: string; "": string };
    /** How a mark can feel. */
    qualities: Record<Quality, string>;
    /** What an area is, by texture. */
    textures: Record<Texture, string>;
    notice: string;
    credit: string;
  };
  /** Only where muscles are picked: for each view the outlines, the outermost first. */
  anatomy?: Record<string, MuscleShape[]>;
  /** Only where the names and words are not English (spoken.js). */
  language?: string;
  /** Only where nerve roots, nerves, joints and discs are looked up: layers by name (bodymap/body/layers.py). */
  layers?: Record<string, Cell[]>;
};

/** Regions that are the core of the same things; `labels` are, for each piece, the places where its label may stand. */
export type Cell = {
  ids: string[];
  label: string;
  colour: number;
  views: Record<string, { d: string; labels: LabelPlace[][] }>;
};
/** Path units; `room` is how far it is to the edge. */
export type LabelPlace = readonly [x: number, y: number, room: number];

export type Look = { layout: string; label: string; at: Point };

/** What painting any trigger point needs (bodymap/body/zones.py); the left side, of which the right is the mirror image. */
export type ScenePatterns = {
  /** Path units in a unit of the shapes, and of the muscles. */
  units: { shapes: number; muscles: number };
  points: Record<string, ScenePoint>;
  /** By muscle and view: path data, or the id of a structure whose piece of the surface is the outline. */
  muscles: Record<string, Record<string, string[]>>;
  /** The same for what lies deeper and is seen through the body. */
  through: Record<string, Record<string, string[]>>;
  shapes: Record<string, string[]>;
  /** What areas of nerve roots, nerves, joints and discs are drawn with; a trigger point has none. */
  textures: Record<string, Texture>;
};

export type Texture = "nerve_root" | "nerve_root_touch" | "nerve" | "joint" | "disc";

/** Zones are `3 * place of the region among the names + reach` (same side, both, opposite). */
export type ScenePoint = readonly [
  name: string,
  muscle: string,
  primary: number[],
  spillover: number[],
  drawn: Record<string, number[]>,
  at: Record<string, Point>,
];

export type Panel = {
  view: string;
  caption: string;
  /** 1 where x of the view grows to the right of the picture, else -1. */
  sides: Partial<Record<Side, number>>;
  at: Point;
  captionAt: Point;
};

export type View = {
  skin: string;
  surface: Shape[];
  fibres: { d: string }[];
  details: Shape[];
  regions: RegionShape[];
};

export type Shape = { id: string; kind?: string; d: string; tint?: number; midline?: 1; open?: 1 };
export type RegionShape = { id: string; d: string; midline?: 1 };
export type MuscleShape = { id: string; name: string; part: string; d: string; through?: 1 };

// ---- the state ------------------------------------------------------------------------------------------

/** What a page counts; a part that it does not have is left out. */
export type Counts = { warnings?: number; muscles?: number; injuries?: number };
export type MarksState = {
  session: string;
  revision: number;
  ack: number;
  marks: Mark[];
  picks: boolean;
  /** Whether the address goes on naming marks that nobody knows, until the marks change. */
  keepsMarks?: boolean;
  /** What the address holds beside the marks: view, paint, pins. */
  shown: Record<string, string>;
  counts?: Counts;
  /** How marks feel, where the person said so. */
  felt?: Record<Mark, Quality>;
};
export type Quality = "ache" | "burning" | "stabbing" | "throbbing" | "tingling" | "cramp";
export type PaintState = { patterns: Pattern[]; map: MarksMap | null; crosses: Cross[] | null };
/** What can be opened on the body, which layer lies over it (none: empty), and which of its areas is on show. */
export type Browse = { layer: string; chosen: string; among: string[] };
export type State = MarksState & PaintState & { browse?: Browse };

/** A trigger point (`soleus_1@left`) drawn as a cross, and the pattern that a click on it opens. */
export type Cross = { id: string; title: string; side: Side; size?: number };

export type Pattern = Cross & {
  /** Which colour and texture; 0 is the first. */
  slot: number;
  /** Whether it stays on the body while others are painted. */
  pinned?: boolean;
  /** Only an area of something else than a muscle has one; it is told apart by it. */
  texture?: Texture;
  /** The places of a condition, which is no pattern: it has no shapes of its own. */
  felt?: boolean;
  primary?: Mark[];
};

export type MarksMap = { counts: Record<Mark, number> };

/** What the page tells Python: see "The click protocol" in docs/architecture.md. */
export type Click = { seq: number; base: number | null; marks: Mark[] };
export type Zones = { primary: Mark[]; spillover: Mark[] };
export type Opening = { point: string } | { muscle: string; side: Side };
