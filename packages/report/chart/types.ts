/** A picture of numbers: panels one below the other over one x axis. */
export interface Chart {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly x: Axis;
  readonly panels: readonly Panel[];
  /** Pixels. 900 where not given. */
  readonly width?: number | undefined;
}

export interface Axis {
  /** time: milliseconds since 1970, shown in UTC. log: to base 10. category: x is the index in `categories`. */
  readonly scale: "time" | "linear" | "log" | "category";
  readonly label?: string | undefined;
  /** percent: 0.01 is shown as 1 %. */
  readonly format?: "number" | "percent" | undefined;
  readonly categories?: readonly string[] | undefined;
  /** The axis reaches at least so far. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

export interface Panel {
  readonly y: Axis;
  readonly series: readonly Series[];
  readonly limits?: readonly Limit[] | undefined;
  readonly marks?: readonly Marks[] | undefined;
  /** Pixels. 220 where not given. */
  readonly height?: number | undefined;
}

export interface Series {
  readonly name: string;
  /** In the order of x. */
  readonly points: readonly Point[];
  /** Of the palette, from 0; its place among the panel's series where not given. */
  readonly color?: number | undefined;
}

export interface Point {
  readonly x: number;
  /** Undefined, or not a finite number: a gap in the line. On a log axis, what is not above 0 is put at its lower end. */
  readonly y: number | undefined;
}

/** A line across the panel that should not be crossed. */
export interface Limit {
  readonly name: string;
  readonly value: number;
}

export interface Marks {
  readonly name: string;
  /** violation: a filled diamond. missing: a hollow square. */
  readonly kind: "violation" | "missing";
  /** Without y they are put at the lower end of the panel. */
  readonly points: readonly Point[];
}
