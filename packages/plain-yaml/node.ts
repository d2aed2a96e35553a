/** What a text holds, with its places. Offsets are in characters of the text. */
export type PlainNode = PlainScalar | PlainCollection;
export type PlainCollection = PlainMap | PlainList;

export type PlainStyle = "plain" | "single" | "double" | "literal";

export interface PlainScalar {
  readonly kind: "scalar";
  readonly style: PlainStyle;
  /** With its quotes; `end` is exclusive. A literal ends behind its last line that is not blank. */
  readonly start: number;
  readonly end: number;
  /** What stands there, without quotes; empty where nothing does. */
  readonly text: string;
  /** What every reader of YAML makes of it. */
  readonly value: string | number | boolean | null;
}

export interface PlainPair<Key = PlainScalar, Value = PlainNode> {
  readonly key: Key;
  readonly value: Value;
}

/** What becomes of a text that is read, from the inside out. */
export interface PlainBuilder<T> {
  /** Keys are scalars too. */
  scalar(scalar: PlainScalar): T;
  list(start: number, items: T[]): T;
  /** The keys are texts and all different. */
  map(start: number, pairs: PlainPair<T, T>[]): T;
}

/** Its keys are texts and all different. */
export interface PlainMap {
  readonly kind: "map";
  /** Of its first key or its bracket. */
  readonly start: number;
  readonly pairs: readonly PlainPair[];
}

export interface PlainList {
  readonly kind: "list";
  /** Of its first dash or its bracket. */
  readonly start: number;
  readonly items: readonly PlainNode[];
}

/** Thrown where the small part of YAML ends; not an Error, which would cost a stack. */
const ELSE = Symbol("not in the small part of YAML");

export function otherwise(): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw ELSE;
}

/** What `read` returns; undefined where it came upon something else than the small part of YAML. */
export function unlessOtherwise<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error === ELSE) return undefined;
    throw error;
  }
}

/** Deeper than any file that people write. */
export const DEEPEST = 50;
/** A parser of YAML 1.2 looks for the colon of a key no further than 1024 characters. */
export const LONGEST_KEY = 500;
