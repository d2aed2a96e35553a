import type { Problem } from "@release-actions/action";
import type { Policy } from "@release-actions/slo";
import type { Schedule } from "./gate.ts";

export interface GateInputs {
  readonly prometheusUrl: string | undefined;
  readonly environment: string | undefined;
  readonly token: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly slos: string | undefined;
  readonly selector: string;
  readonly baseline: string | undefined;
  readonly duration: number;
  readonly interval: number;
  readonly warmup: number;
  readonly minRequests: number;
  readonly minSamples: number | undefined;
  readonly mode: "evidence" | "count";
  readonly alpha: string;
  readonly maxViolations: number;
  readonly onNoData: "undecided" | "refuse";
  readonly ingestDelay: number;
  readonly reportFile: string | undefined;
  readonly plotFile: string | undefined;
  readonly junitFile: string | undefined;
  readonly allowHttp: boolean;
  readonly config: string | undefined;
  readonly summary: boolean;
}

const LEAST_INTERVAL = 1_000;
/** Each tick of each objective stands in the report. */
const MOST_TICKS = 10_000;
const LARGEST_ALPHA = 0.5;

export function scheduleOf({
  duration,
  interval,
  warmup,
  ingestDelay,
}: Pick<GateInputs, "duration" | "interval" | "warmup" | "ingestDelay">): Schedule {
  return { warmup, interval, ticks: Math.floor(duration / interval), ingestDelay };
}

/** Half of all ticks must have an answer where nothing else is asked for. */
export function policyOf(inputs: GateInputs): Policy {
  const { ticks, interval } = scheduleOf(inputs);
  const { mode, maxViolations, minRequests, minSamples = Math.ceil(ticks / 2), onNoData } = inputs;
  return {
    mode,
    alpha: Number(inputs.alpha),
    maxViolations,
    minRequests,
    minSamples,
    ticks,
    onNoData,
    secondsPerTick: interval / 1_000,
  };
}

export function problemsOf(inputs: GateInputs): Problem[] {
  const { interval, duration, alpha, minSamples, token, username, password, prometheusUrl, environment } = inputs;
  const problems: Problem[] = [];
  if (prometheusUrl === undefined && environment === undefined) {
    problems.push({
      input: "prometheus-url",
      what: "there is neither prometheus-url nor environment",
      remedy: "Give the address of Prometheus, or the name of an environment in release-actions.yml that has one.",
    });
  }
  if (interval < LEAST_INTERVAL)
    problems.push({ input: "interval", what: "interval is shorter than a second", remedy: "Give 1s or more." });
  else {
    const { ticks } = scheduleOf(inputs);
    if (ticks < 1)
      problems.push({
        input: "duration",
        what: "duration is shorter than interval, so that nothing would be measured",
        remedy: "Give a duration of several intervals.",
      });
    if (ticks > MOST_TICKS)
      problems.push({
        input: "interval",
        what: `these are ${ticks} ticks, and at most ${MOST_TICKS} are kept`,
        remedy: "Give a longer interval.",
      });
    if (minSamples !== undefined && ticks >= 1 && minSamples > ticks)
      problems.push({
        input: "min-samples",
        what: `min-samples is ${minSamples}, and a duration of ${duration / 1_000} s has ${ticks} ticks`,
        remedy: "Give fewer, or a longer duration.",
      });
  }
  if (!/^0?\.[0-9]{1,12}$/.test(alpha) || !(Number(alpha) > 0 && Number(alpha) <= LARGEST_ALPHA)) {
    problems.push({
      input: "alpha",
      what: `alpha must be a probability above 0 and at most ${LARGEST_ALPHA}`,
      remedy: "Write it as 0.01.",
    });
  }
  if ((username === undefined) !== (password === undefined)) {
    const missing = username === undefined ? "username" : "password";
    problems.push({
      input: missing,
      what: `${missing} is missing: an account has both`,
      remedy: `Give ${missing} as well.`,
    });
  }
  if (token !== undefined && username !== undefined)
    problems.push({ input: "token", what: "there are an account and a token", remedy: "Give one of them." });
  return problems;
}
