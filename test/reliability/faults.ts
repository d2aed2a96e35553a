import { effects, type Effect } from "../stand-ins/forge/index.ts";

export type NamedFault = readonly [label: string, effect: Effect];

/** What every request that changes something must survive; the first three where there is time for few. */
export const WRITE_FAULTS: readonly NamedFault[] = [
  ["reply lost", { kind: "lose-reply" }],
  ["connection reset before any effect", { kind: "refuse" }],
  ["502 after the effect", effects.status(502, { processed: true })],
  ["reply cut off", { kind: "truncate" }],
  ["502 before the effect", effects.status(502)],
  ["a page of HTML after the effect", effects.html({ processed: true })],
  ["an empty reply after the effect", effects.empty({ processed: true })],
];

/** GitHub limits with 403, the others with 429. */
export const LIMITED_BY_403: NamedFault = ["403 with retry-after", effects.rateLimited({ seconds: 2 })];
export const LIMITED_BY_429: NamedFault = ["429 with retry-after", effects.rateLimited({ status: 429, seconds: 2 })];

/** What every request that only asks must survive. */
export const READ_FAULTS: readonly NamedFault[] = [
  ["connection reset", { kind: "refuse" }],
  ["reply cut off", { kind: "truncate" }],
  ["503", effects.status(503)],
];
