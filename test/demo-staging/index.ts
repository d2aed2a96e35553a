/** A deployed staging environment on this machine: services, a page, and what Prometheus has of them. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../demo-release/index.ts";
import { commitFiles, git, makeRepository } from "../repositories.ts";
import { startOpsConductor, type OpsConductor, type OpsSetup } from "../stand-ins/opsconductor/index.ts";
import { startMonitoring, type Monitoring, type SeriesSetup } from "../stand-ins/prometheus/index.ts";
import { appFiles, indexHtml, startSite } from "../stand-ins/site/index.ts";

export const NAME = "acme/opsconductor";
export const VERSION = "1.1.0";
/** Requests a second that the service has. */
const RATE = 1_000;
/** The request rate, which is only shown. */
const SHOWN = {
  'sum(rate(ai_requests_total{job="ai-pipeline"}[1m]))': {
    resultType: "vector",
    result: [{ metric: {}, value: [0, String(RATE)] }],
  },
};

export interface DemoStaging {
  /** The repository with its configuration and suite, as a forge holds it. */
  readonly bare: string;
  readonly commit: string;
  readonly services: OpsConductor;
  readonly monitoring: Monitoring;
  /** The example with the addresses and the shorter times of this environment. */
  caller(example: string): string;
  close(): Promise<void>;
}

export interface DemoOptions {
  readonly directory: string;
  readonly services?: OpsSetup;
  /** Share of requests that end in an error. */
  readonly errors?: number;
  /** What the page's start page is instead of the application. */
  readonly page?: string;
}

export async function startDemoStaging({
  directory,
  services: setup = {},
  errors = 0.001,
  page,
}: DemoOptions): Promise<DemoStaging> {
  const versions = { "automation-service": VERSION, "ai-pipeline": VERSION };
  const [services, monitoring, site] = await Promise.all([
    startOpsConductor({ versions, ...setup }),
    startMonitoring({ series: seriesOf(errors), queries: SHOWN }),
    startSite({ ...appFiles(), "/": page ?? indexHtml({ title: "OpsConductor" }) }),
  ]);
  const examples = join(ROOT, "examples/smoke");
  const [config, suite] = await Promise.all(
    ["release-actions.yml", "suite.yml"].map((name) => readFile(join(examples, name), "utf8")),
  );
  const work = makeRepository(join(directory, "work"));
  const commit = commitFiles(
    work,
    { "release-actions.yml": configOf(config!, services, site.url), "smoke/suite.yml": suite! },
    "Staging",
  );
  const bare = join(directory, "remote.git");
  git(work, ["clone", "--quiet", "--bare", ".", bare]);
  return {
    bare,
    commit,
    services,
    monitoring,
    caller: (example) =>
      example
        .replace(
          /environment: staging\n( +)((?:token: .*\n +)?selector:)/,
          `prometheus-url: ${monitoring.prometheusUrl}\n$1ingest-delay: 1s\n$1$2`,
        )
        .replace("duration: 5m", "duration: 12s")
        .replace("interval: 30s", "interval: 2s"),
    close: async () => {
      await Promise.all([services, monitoring, site].map((server) => server.close()));
    },
  };
}

/** The example's staging, at the addresses of this machine. */
function configOf(example: string, { urls }: OpsConductor, page: string): string {
  const hosts = {
    automation: "automation-service",
    pipeline: "ai-pipeline",
    api: "kong",
    grafana: "grafana",
    prometheus: "prometheus",
  } as const;
  const config = example.replace("- name: staging\n", `- name: staging\n    url: ${page}\n`);
  return Object.entries(hosts).reduce(
    (text, [host, service]) => text.replaceAll(`https://${host}.staging.opsconductor.example`, urls[service]),
    config,
  );
}

/** What metrics-gate's own objectives ask for, growing by the wall clock. */
function seriesOf(errors: number): SeriesSetup[] {
  const begin = Date.now() - 600_000;
  const grows = (metric: string, share: number, labels: Record<string, string> = {}): SeriesSetup => ({
    metric,
    labels: { job: "ai-pipeline", ...labels },
    every: 500,
    value: (time) => Math.floor(((time - begin) / 1_000) * RATE * share),
  });
  const bucket = (le: string, share: number) => grows("ai_request_duration_seconds_bucket", share, { le });
  return [
    grows("ai_requests_total", 1),
    grows("ai_request_errors_total", errors),
    ...[
      ["0.5", 0.99],
      ["1", 0.995],
      ["2.5", 0.999],
      ["5", 1],
      ["+Inf", 1],
    ].map(([le, share]) => bucket(String(le), Number(share))),
  ];
}
