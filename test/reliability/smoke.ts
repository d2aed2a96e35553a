import type { OpsSetup } from "../stand-ins/opsconductor/index.ts";
import { openSmokeWorld, wrongIn } from "../worlds/smoke.ts";

/** The example suite run again and again: healthy services always pass, whatever they do; services with a fault never do. */

export interface SmokeRow {
  readonly what: string;
  readonly runs: number;
  /** The runs that did not end as expected. */
  readonly failures: readonly string[];
}

const STARTING = { kind: "reply", status: 503, headers: { "content-type": "text/plain" }, body: "starting" } as const;

/** Healthy services, with everything that can happen to them. */
const WELL: readonly (readonly [string, OpsSetup])[] = [
  ["healthy services", {}],
  ["slow responses", { latencyMs: 8 }],
  ["two replicas behind one address, with counters far apart", { replicas: 2, before: [4_000, 3] }],
  ["three replicas, one of which receives the calls", { replicas: 3, before: [0, 70, 5], callsGoTo: 2 }],
  ["a process that restarts", { before: [40], restarts: true }],
  [
    "services that start during the run",
    {
      faults: {
        kong: [{ effect: STARTING }, { effect: { kind: "refuse" } }],
        "ai-pipeline": [{ effect: { kind: "refuse" } }, { path: "/metrics", effect: STARTING }],
      },
    },
  ],
  ["Prometheus with a long scrape interval", { before: [9], scrapeEvery: 15_000 }],
  ["OpenMetrics", { format: "openmetrics" }],
];

const BROKEN: readonly (readonly [string, OpsSetup])[] = [
  ["a call that is not counted, with two replicas", { replicas: 2, before: [4_000, 3], counts: false }],
  ["a replaced id", { trace: "replaced" }],
  ["an old version", { versions: { "ai-pipeline": "1.0.9" } }],
  ["Prometheus that has stopped scraping", { before: [9], scrapeEvery: null }],
];

/** `runs` in each row, several at once. */
export async function smokeMatrix(runs: number): Promise<SmokeRow[]> {
  const rows: SmokeRow[] = [];
  for (const [what, setup] of WELL) rows.push(await row(`passes: ${what}`, runs, setup, "passed"));
  for (const [what, setup] of BROKEN) rows.push(await row(`is refused: ${what}`, runs, setup, "refused"));
  return rows;
}

async function row(what: string, runs: number, setup: OpsSetup, wanted: string): Promise<SmokeRow> {
  const failures: string[] = [];
  let left = runs;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const world = await openSmokeWorld(structuredClone(setup));
      try {
        const result = await world.run({ "expect-version": "1.1.0" });
        if (result.verdict !== wanted)
          failures.push(`${result.verdict}: ${wrongIn(result).join("; ")} ${result.outputs["failure"]}`);
      } finally {
        await world.close();
      }
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  return { what, runs, failures };
}
