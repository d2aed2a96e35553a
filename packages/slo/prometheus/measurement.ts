import { ActionError, interrupted } from "@release-actions/action";
import type { Measurement } from "../types.ts";

/** No measurement, and why. */
export type MissingMeasurement = Extract<Measurement, { kind: "none" }>;

export function missing(sample: MissingMeasurement["sample"], detail: string): MissingMeasurement {
  return { kind: "none", sample, detail };
}

/** No answer as a measurement. A signal, a defect and a question that can never be answered are rethrown. */
export function unanswered(error: unknown, signal: AbortSignal): MissingMeasurement {
  if (signal.aborted) throw signal.reason instanceof ActionError ? signal.reason : interrupted("The run was ended.");
  if (!(error instanceof ActionError) || error.verdict !== "undecided") throw error;
  return missing("query-error", error.message);
}
