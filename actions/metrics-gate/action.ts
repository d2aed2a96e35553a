import { choice, defineAction, duration, flag, integer, output, ActionError, text } from "@release-actions/action";
import { problemsOf } from "./settings.ts";

export default defineAction({
  name: "metrics-gate",
  description:
    "Watches a release's metrics in Prometheus for a while and says whether its objectives hold: passed, refused, or not enough evidence.",
  inputs: {
    "prometheus-url": text({
      address: true,
      description: "The address that Prometheus's pages begin with; without it, that of the environment.",
      example: "https://prometheus.example.com",
      optional: true,
      gitlab: "PROMETHEUS_URL",
    }),
    environment: text({
      description: "The name of an environment in release-actions.yml that says where its Prometheus is.",
      example: "staging",
      optional: true,
    }),
    token: text({
      description: "A bearer token that Prometheus takes.",
      secret: true,
      credential: true,
      notOfForge: true,
      optional: true,
      gitlab: "PROMETHEUS_TOKEN",
    }),
    username: text({
      description: "A user that Prometheus takes, instead of a token.",
      optional: true,
      gitlab: "PROMETHEUS_USERNAME",
    }),
    password: text({
      description: "Its password.",
      secret: true,
      credential: true,
      notOfForge: true,
      optional: true,
      gitlab: "PROMETHEUS_PASSWORD",
    }),
    slos: text({
      description:
        "The objectives: a list in YAML, or the path of a file with it. Without it: error rate below 1 %, p95 below 1000 ms, p99 below 2000 ms.",
      optional: true,
    }),
    selector: text({
      description: "Label matchers that select what is released; they are put into every query.",
      example: 'track="canary"',
    }),
    baseline: text({
      description: "Label matchers that select what it is compared with.",
      example: 'track="stable"',
      optional: true,
    }),
    duration: duration({ description: "How long is measured.", default: "5m" }),
    interval: duration({ description: "How long each tick's window is, from 1s on.", default: "30s" }),
    warmup: duration({ description: "How long is waited before the first window begins.", default: "0" }),
    "min-requests": integer({
      description: "Requests over the whole run below which an objective does not pass.",
      default: "100",
    }),
    "min-samples": integer({
      description: "Ticks with an answer below which an objective does not pass. Without it: half of them.",
      optional: true,
    }),
    mode: choice(["evidence", "count"], {
      description:
        "evidence: refuses when the requests prove that a limit is broken. count: refuses when too many ticks break it.",
      default: "evidence",
    }),
    alpha: text({ description: "The probability that a healthy release is refused.", default: "0.01" }),
    "max-violations": integer({
      description: "Episodes of violations that do not end a run of mode count, or of an objective without requests.",
      default: "3",
    }),
    "on-no-data": choice(["undecided", "refuse"], {
      description: "How a run ends that has too little data.",
      default: "undecided",
    }),
    "ingest-delay": duration({
      description: "How long after its end a window is asked for: a scrape interval or more.",
      default: "15s",
    }),
    "report-file": text({
      description: "Where the whole report is written, as JSON, in the workspace.",
      example: "metrics-gate.json",
      optional: true,
    }),
    "plot-file": text({
      description: "Where the plot is written, as SVG.",
      example: "metrics-gate.svg",
      optional: true,
    }),
    "junit-file": text({
      description: "Where the verdicts are written as JUnit's XML.",
      example: "metrics-gate.xml",
      optional: true,
    }),
    "allow-http": flag({ description: "Take plain http for hosts other than this machine.", default: false }),
  },
  outputs: {
    reason: output.text("Why it ended so, in one sentence with its numbers."),
    violations: output.integer("Episodes of violations, over all objectives that count."),
    samples: output.integer("Ticks with an answer, of the objective that has the fewest of those that count."),
    requests: output.integer("Requests that were judged, of the objective that saw the most."),
    report: output.json("What was measured, the worst first, at most 64 KiB; report-file has all of it."),
  },
  permissions: { github: {}, gitlab: "None; Prometheus's credentials come from variables." },
  services: ["prometheus"],
  endpoints: {
    description: ["Prometheus, at `prometheus-url` or at the environment's `prometheus.url`"],
    origins: (inputs) => [inputs.prometheusUrl],
  },
  changes: false,
  check: problemsOf,
  async run(context) {
    const { judgeMetrics } = await import("./judge-metrics.ts");
    const { verdict, outputs, problems } = await judgeMetrics(context);
    if (verdict === "passed") return { verdict, ...outputs };
    const messages = {
      refused: "the release breaks its objectives",
      undecided: "it is not proven that the release keeps its objectives",
    };
    throw new ActionError(verdict, messages[verdict], { problems, outputs });
  },
});
