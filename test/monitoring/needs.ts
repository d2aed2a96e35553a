import { program, type Need } from "../rings.ts";

/** For `ring`. */
export const MONITORING: readonly Need[] = [
  program("prometheus", ["--version"], "apt-get install prometheus"),
  program("prometheus-alertmanager", ["--version"], "apt-get install prometheus-alertmanager"),
];

/** With history that is written before the server starts. */
export const HISTORY: readonly Need[] = [
  ...MONITORING,
  program("promtool", ["--version"], "apt-get install prometheus"),
];
