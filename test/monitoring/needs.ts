import { program, type Need } from "../rings.ts";

/** For `ring`. */
export const MONITORING: readonly Need[] = [
  program("prometheus", ["--version"]),
  program("prometheus-alertmanager", ["--version"]),
];

/** With history that is written before the server starts. */
export const HISTORY: readonly Need[] = [...MONITORING, program("promtool", ["--version"])];
