import { accountProblems, choice, duration, flag, integer, output, text } from "@release-actions/action";
import type { InputsOf, Problem } from "@release-actions/action";
import type { GateSchedule, Policy } from "@release-actions/slo";

export const inputs = {
  "prometheus-url": text({
    address: true,
    description: "Base URL of Prometheus. Default: the environment's.",
    example: "https://prometheus.example.com",
    optional: true,
    gitlab: "PROMETHEUS_URL",
  }),
  environment: text({
    description: "Environment in release-actions.yml that has a Prometheus.",
    example: "staging",
    optional: true,
  }),
  token: text({
    description: "Bearer token for Prometheus.",
    credential: "service",
    optional: true,
    gitlab: "PROMETHEUS_TOKEN",
  }),
  username: text({
    description: "User name for Prometheus, instead of a token.",
    optional: true,
    gitlab: "PROMETHEUS_USERNAME",
  }),
  password: text({
    description: "Password for `username`.",
    credential: "service",
    optional: true,
    gitlab: "PROMETHEUS_PASSWORD",
  }),
  slos: text({
    description:
      "Objectives: a YAML list, or the path of a file with one. Default: error rate below 1 %, p95 below 1000 ms, p99 below 2000 ms.",
    optional: true,
  }),
  selector: text({
    description: "Label matchers that select the release; they are added to every query.",
    example: 'track="canary"',
  }),
  baseline: text({
    description: "Label matchers that select what the release is compared with.",
    example: 'track="stable"',
    optional: true,
  }),
  duration: duration({ description: "Measurement time.", default: "5m" }),
  interval: duration({ description: "Length of each tick's window, at least 1s.", default: "30s" }),
  warmup: duration({ description: "Delay before the first window.", default: "0" }),
  "min-requests": integer({
    description: "Requests that an objective needs over the whole run to pass.",
    default: "100",
  }),
  "min-samples": integer({
    description: "Ticks with an answer that an objective needs to pass. Default: half of all ticks.",
    optional: true,
  }),
  mode: choice(["evidence", "count"], {
    description:
      "evidence: refuse when the requests prove that a limit is broken. count: refuse when too many ticks break it.",
    default: "evidence",
  }),
  alpha: text({ description: "Probability that a healthy release is refused.", default: "0.01" }),
  "max-violations": integer({
    description: "Episodes of violations allowed in mode count, or for an objective without requests.",
    default: "3",
  }),
  "on-no-data": choice(["undecided", "refuse"], {
    description: "Result when there is too little data.",
    default: "undecided",
  }),
  "ingest-delay": duration({
    description: "How long after its end a window is queried: a scrape interval or more.",
    default: "15s",
  }),
  "report-file": text({
    description: "File to write the whole report to as JSON, relative to the workspace.",
    example: "metrics-gate.json",
    optional: true,
  }),
  "plot-file": text({
    description: "File to write the plot to as SVG, relative to the workspace.",
    example: "metrics-gate.svg",
    optional: true,
  }),
  "junit-file": text({
    description: "File to write the verdicts to as JUnit XML, relative to the workspace.",
    example: "metrics-gate.xml",
    optional: true,
  }),
  "allow-http": flag({ description: "Allow plain HTTP for non-loopback hosts.", default: false }),
} as const;

export const outputs = {
  reason: output.text("Why it ended this way, in one sentence with its numbers."),
  violations: output.integer("Episodes of violations, over all objectives that count."),
  samples: output.integer("Ticks with an answer, of the counted objective that has the fewest."),
  requests: output.integer("Requests that were judged, of the objective that saw the most."),
  report: output.json("What was measured, the worst first, at most 64 KiB; report-file has all of it."),
};

export type Inputs = InputsOf<typeof inputs>;

const MIN_INTERVAL = 1_000;
/** The report has every tick of every objective. */
const MAX_TICKS = 10_000;
const MAX_ALPHA = 0.5;

export function scheduleOf({ duration: length, interval, warmup, ingestDelay }: Inputs): GateSchedule {
  return { warmup, interval, ticks: Math.floor(length / interval), ingestDelay };
}

export function policyOf(given: Inputs): Policy {
  const { ticks, interval } = scheduleOf(given);
  const { mode, maxViolations, minRequests, minSamples = Math.ceil(ticks / 2), onNoData } = given;
  return {
    mode,
    alpha: Number(given.alpha),
    maxViolations,
    minRequests,
    minSamples,
    ticks,
    onNoData,
    secondsPerTick: interval / 1_000,
  };
}

/** Problems that only several inputs together show, or that their types allow. */
export function checkInputs(given: Inputs): Problem[] {
  const { alpha, prometheusUrl, environment } = given;
  const problems: Problem[] = [];
  if (prometheusUrl === undefined && environment === undefined) {
    const remedy = "Set the base URL of Prometheus, or the name of an environment in release-actions.yml that has one.";
    problems.push({ input: "prometheus-url", what: "there is neither prometheus-url nor environment", remedy });
  }
  problems.push(...problemsOfTicks(given));
  if (!/^0?\.[0-9]{1,12}$/.test(alpha) || !(Number(alpha) > 0 && Number(alpha) <= MAX_ALPHA)) {
    const what = `alpha must be a probability greater than 0 and at most ${MAX_ALPHA}`;
    problems.push({ input: "alpha", what, remedy: "Write it as 0.01." });
  }
  return [...problems, ...accountProblems(given)];
}

function problemsOfTicks(given: Inputs): Problem[] {
  const { interval, duration: length, minSamples } = given;
  if (interval < MIN_INTERVAL)
    return [{ input: "interval", what: "interval is shorter than a second", remedy: "Use 1s or more." }];
  const { ticks } = scheduleOf(given);
  if (ticks < 1) {
    const what = "duration is shorter than interval, so nothing would be measured";
    return [{ input: "duration", what, remedy: "Use a duration of several intervals." }];
  }
  const problems: Problem[] = [];
  if (ticks > MAX_TICKS) {
    const what = `there would be ${ticks} ticks, and at most ${MAX_TICKS} are allowed`;
    problems.push({ input: "interval", what, remedy: "Use a longer interval." });
  }
  if (minSamples !== undefined && minSamples > ticks) {
    const what = `min-samples is ${minSamples}, and a duration of ${length / 1_000} s has ${ticks} ticks`;
    problems.push({ input: "min-samples", what, remedy: "Use fewer, or a longer duration." });
  }
  return problems;
}
