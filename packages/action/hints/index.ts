export { findHint, readHints, SERVICES } from "./find.ts";
export type { Hint, HintRule, OwnHint, Service } from "./find.ts";
export { KNOWN_HINTS } from "./known.ts";
