import { program, type Need } from "../rings.ts";

/** For `ring`. */
export const MONITORING: readonly Need[] = [
  program("prometheus", ["--version"], "apt-get install prometheus"),
  program("prometheus-alertmanager", ["--version"], "apt-get install prometheus-alertmanager"),
];
