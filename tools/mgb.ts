import { metricsFigures } from "./bench/metrics-gate.ts";
console.log(await metricsFigures());
