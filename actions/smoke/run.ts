import type { Context } from "@release-actions/action";
import { undecided } from "@release-actions/action";
import { secretsIn } from "./secret-headers.ts";
import type { Plan, SmokeInputs } from "./settings.ts";

/** One run of the action, as its checks see it. */
export interface Run {
  readonly context: Context<SmokeInputs>;
  readonly plan: Plan;
  /** Milliseconds that are left of the time for all checks. Throws `undecided` when there are none. */
  readonly left: () => number;
}

export function openRun(context: Context<SmokeInputs>, plan: Plan): Run {
  const { clock, io, inputs } = context;
  for (const headers of plan.headers.values()) {
    for (const header of headers) {
      for (const secret of secretsIn(header)) io.secret(secret);
    }
  }
  const end = clock.monotonic() + inputs.deadline;
  return {
    context,
    plan,
    left() {
      const left = end - clock.monotonic();
      if (left > 0) return left;
      throw undecided("the time for all checks was over before this one had ended", {
        remedy: "Give more time by deadline, or more at once by parallel.",
      });
    },
  };
}
