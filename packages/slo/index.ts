// The list of SLOs is "@release-actions/slo/file", and what measures them "@release-actions/slo/prometheus": a grammar
// and a schema library come with these.
export type * from "./types.ts";
export { runGate } from "./gate.ts";
export type { GateRun, GateSchedule, GateTick, MeasurementSource, TickWindow } from "./gate.ts";
export { openJudge } from "./judge.ts";
