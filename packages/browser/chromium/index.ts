export type * from "./types.ts";
export { BrowserGone, CommandFailed } from "./connection.ts";
export { findChromium } from "./find.ts";
export { launchChromium } from "./launch.ts";
export type { Dialog, PageMessage, PageRequest, ScriptPlace, Violation } from "./observe.ts";
export type { Probe } from "./probe.ts";
export { visitTwice } from "./visit.ts";
export type { Visit, VisitOptions } from "./visit.ts";
