// What Python sends (bodymap/ask/search_index.py) and hears, and what is made of it.

export type Side = "left" | "right";
export type Kind = "region" | "group" | "muscle" | "condition" | "nerve_root" | "nerve" | "joint" | "disc";

export type Entry = {
  kind: Kind;
  id: string;
  name: string;
  names: string[];
  say?: string[];
  limb?: string;
  /** What it is, where the kind does not say it. */
  badge?: string;
  midline?: boolean;
  /** The muscles of a group. */
  members?: string[];
};

export type Tables = {
  filler: string[];
  irregular: Record<string, string>;
  alike: string[][];
  joined: string[];
  limbs: Record<string, string[]>;
  not_a_side: string[];
};

/** A line that stands above the answers when all words of one set are typed. */
/** `english` is the end of the line where the rest is in another language. */
export type Warning = { flag: string; line: string; words: string[][]; english?: string };

export type Sent = {
  entries: Entry[];
  weights: Record<string, number>;
  /** What is found by its name only: an index of its own. */
  referred?: { entries: Entry[]; weights: Record<string, number> };
  warnings: Warning[];
  words: Tables;
  /** How many answers are shown. */
  most: number;
};

export type Words = {
  filler: ReadonlySet<string>;
  passedOver: ReadonlySet<string>;
  irregular: ReadonlyMap<string, string>;
  notASide: ReadonlySet<string>;
  alike: string[][];
  limbs: (readonly [limb: string, words: ReadonlySet<string>])[];
};

/** Words as one text; their stems as one text, in the order of the alphabet, and without spaces. */
type Ways = { written: string; line: string; sorted: string; together: string };

export type Text = Ways & {
  entry: number;
  text: string;
  /** Its stems, each once. */
  once: string[];
  total: number;
  isName: boolean;
  side: Side | null;
};

export type Index = {
  entries: Entry[];
  texts: Text[];
  /** The numbers of the texts in which a stem stands. */
  where: Map<string, number[]>;
  weights: Map<string, number>;
  words: Words;
  /** Every word of every text, as written. */
  known: Set<string>;
  vocabulary: { word: string; stem: string }[];
  alike: Map<string, Set<string>>;
  warnings: Warning[];
  most: number;
  /** What is found by its name only. */
  referred?: Index;
};

/** The stems that a word may mean, each with how sure that is, in hundredths. */
export type Meanings = Map<string, number>;

export type Asked = Ways & {
  /** Whether each of its words is known. */
  known: boolean;
  aboutMuscle: boolean;
  meanings: Meanings[];
  weights: number[];
  whole: number;
  side: Side | null;
  limbs: Set<string>;
};

export type Hit = { entry: Entry; kind: Kind; id: string; side: Side | null; matched: string; score: number };

/** A line of the list that can be chosen. */
export type Row = {
  kind: Kind;
  id: string;
  side: Side | null;
  name: string;
  badge: string;
  /** What matched, where the name does not say it. */
  because: string;
  /** The name of the group of muscles above it. */
  under: string;
};

/** What Python hears. */
export type Choice = { seq: number; kind: Kind; id: string; side: Side | null };
