import type { Path, Value } from "./value.ts";

/** One way in which a value does not fit. */
export interface Mismatch {
  readonly path: Path;
  /** "key" where the last part of `path` is the key that should not be there. */
  readonly what: "value" | "key";
  readonly message: string;
}

/** Where a value stands, as a chain, so that checking allocates nothing until something is wrong. */
export interface Spot {
  readonly above: Spot | undefined;
  readonly part: string | number;
}

/** Collects what is wrong. */
export type Report = (mismatch: {
  readonly spot: Spot | undefined;
  readonly what?: "key";
  readonly message: string;
}) => void;

/** True where `value` fits. Without a report it stops at the first mismatch; with one it finds them all. */
export type Check = (value: Value, spot?: Spot, report?: Report) => boolean;

export interface Compiler {
  /** The check behind a reference that stands in the document `base`. */
  refer(base: string, ref: string): Check;
  /** The schema behind a reference, to look at; undefined where it leads nowhere. */
  peek(base: string, ref: string): Value | undefined;
  fault(message: string): void;
}

export function no(report: Report | undefined, spot: Spot | undefined, message: string, what?: "key"): false {
  report?.({ spot, message, ...(what !== undefined && { what }) });
  return false;
}

export function pathOf(spot: Spot | undefined): Path {
  const path: (string | number)[] = [];
  for (let here = spot; here !== undefined; here = here.above) path.push(here.part);
  return path.reverse();
}
