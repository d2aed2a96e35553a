import { spawn } from "node:child_process";
import { isDeepStrictEqual } from "node:util";
import { endState } from "../stand-ins/forge/index.ts";
import type { Effect, LedgerEntry, Moment } from "../stand-ins/forge/index.ts";
import { isWrite, openWorld, standInputs } from "../worlds/publish-release.ts";
import type { Kind, World } from "../worlds/publish-release.ts";
import { LIMITED_BY_403, LIMITED_BY_429, READ_FAULTS, WRITE_FAULTS } from "./faults.ts";

/** One line of docs/reliability.md: how often a fault was tried, and how often the end was that of one clean run. */
export interface MatrixRow {
  readonly scenario: string;
  readonly fault: string;
  readonly cases: number;
  /** The end state equals a clean run's, at the latest after running again. */
  readonly held: number;
  /** Of these: without running again. */
  readonly alone: number;
  /** What failed, for the test's message. */
  readonly failures: readonly string[];
}

interface Scenario {
  readonly name: string;
  readonly kind: Kind;
  readonly immutable?: boolean;
  readonly inputs: Readonly<Record<string, string>>;
  /** Brings the forge to where the scenario begins. */
  prepare?(world: World): Promise<void>;
}

const released = async (world: World): Promise<void> => {
  await world.run(FILES);
  await world.write({ "dist/app.zip": "another build", "notes.md": "Other words\n" });
};

const FILES = { files: "dist/*" };

const SCENARIOS: readonly Scenario[] = [
  { name: "GitHub, new release", kind: "github", inputs: FILES },
  { name: "GitHub, immutable prerelease", kind: "github", immutable: true, inputs: { ...FILES, tag: "v1.1.0-rc.1" } },
  { name: "GitHub, released before with other files", kind: "github", inputs: FILES, prepare: released },
  { name: "GitLab, new release", kind: "gitlab", inputs: FILES },
  { name: "GitLab, released before with other files", kind: "gitlab", inputs: FILES, prepare: released },
];

const TOGETHER: readonly { readonly latencyMs: number; readonly headStartMs: number }[] = [0, 3, 10].flatMap(
  (latencyMs) => [0, 5, 15, 30, 60].map((headStartMs) => ({ latencyMs, headStartMs })),
);

/** Runs every case: each fault at each request, kills in its own process. Takes about a minute. */
export async function publishReleaseMatrix(): Promise<MatrixRow[]> {
  const rows: MatrixRow[] = [];
  for (const scenario of SCENARIOS) rows.push(...(await rowsOf(scenario)));
  return rows;
}

async function rowsOf(scenario: Scenario): Promise<MatrixRow[]> {
  const clean = await inWorld(scenario, async (world) => {
    const start = world.forge.ledger.length;
    const { verdict } = await world.run(scenario.inputs);
    if (verdict !== "done") throw new Error(`the clean run of ${scenario.name} ended ${verdict}`);
    return { state: endState(world.forge), ledger: world.forge.ledger.slice(start) };
  });
  const moments: readonly Moment[] = ["before", "after"];
  const rows: MatrixRow[] = [];
  for (const moment of moments) {
    const label = `killed ${moment === "before" ? "before the request took effect" : "after it, before the reply"}`;
    rows.push(
      await row(scenario, label, clean.ledger, (entry) => killedAt(scenario, entry, clean.ledger, moment, clean.state)),
    );
  }
  for (const [label, effect] of [...WRITE_FAULTS, LIMITED_BY_403]) {
    rows.push(
      await row(scenario, `each write: ${label}`, clean.ledger.filter(isWrite), (entry) =>
        struck(scenario, entry, effect, clean.state),
      ),
    );
  }
  for (const [label, effect] of [...READ_FAULTS, LIMITED_BY_429]) {
    rows.push(
      await row(
        scenario,
        `each read: ${label}`,
        clean.ledger.filter((entry) => !isWrite(entry)),
        (entry) => struck(scenario, entry, effect, clean.state),
      ),
    );
  }
  rows.push(await row(scenario, "two runs at once", TOGETHER, (timing) => together(scenario, timing, clean.state)));
  return rows;
}

/** "alone": as a clean run by itself; "again": after running again; else what was wrong. */
type Result = "alone" | "again" | { readonly wrong: string };

async function row<T>(
  scenario: Scenario,
  fault: string,
  cases: readonly T[],
  run: (one: T) => Promise<Result>,
): Promise<MatrixRow> {
  const results = await twoAtOnce(cases, run);
  const failures = results.flatMap((result) => (typeof result === "object" ? [result.wrong] : []));
  return {
    scenario: scenario.name,
    fault,
    cases: cases.length,
    held: cases.length - failures.length,
    alone: results.filter((result) => result === "alone").length,
    failures,
  };
}

function killedAt(
  scenario: Scenario,
  entry: LedgerEntry,
  ledger: readonly LedgerEntry[],
  moment: Moment,
  clean: unknown,
): Promise<Result> {
  return inWorld(scenario, async (world) => {
    const { forge, workspace } = world;
    const index = forge.ledger.length + ledger.indexOf(entry) + 1;
    const inputs = { ...standInputs(scenario.kind, forge), tag: "v1.1.0", "body-file": "notes.md", ...scenario.inputs };
    const child = spawn(
      process.execPath,
      ["--no-warnings", `${import.meta.dirname}/publish-release.child.ts`, JSON.stringify({ inputs, workspace })],
      { stdio: "ignore" },
    );
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("close", (_, signal) => resolve(signal)));
    forge.faults.killAt(index, moment, async () => {
      child.kill("SIGKILL");
      await ended;
    });
    if ((await ended) !== "SIGKILL") return { wrong: `${describe(entry)}: the run ended before it could be killed` };
    return secondRun(scenario, world, entry, clean);
  });
}

function struck(scenario: Scenario, entry: LedgerEntry, effect: Effect, clean: unknown): Promise<Result> {
  return inWorld(scenario, async (world) => {
    world.forge.faults.add({ service: entry.service, method: entry.method, path: pathOf(entry), effect });
    const { verdict, exitCode } = await world.run(scenario.inputs);
    if (world.forge.faults.unused().length > 0) return { wrong: `${describe(entry)}: the fault did not strike` };
    if (exitCode === 0)
      return isDeepStrictEqual(endState(world.forge), clean)
        ? "alone"
        : { wrong: `${describe(entry)}: ${verdict}, but the end state differs` };
    return secondRun(scenario, world, entry, clean);
  });
}

async function secondRun(scenario: Scenario, world: World, entry: LedgerEntry, clean: unknown): Promise<Result> {
  const { exitCode, lines } = await world.run(scenario.inputs);
  if (exitCode !== 0)
    return { wrong: `${describe(entry)}: running again ended with ${exitCode}: ${lines.join(" | ")}` };
  return isDeepStrictEqual(endState(world.forge), clean)
    ? "again"
    : { wrong: `${describe(entry)}: the end state differs after running again` };
}

function together(
  scenario: Scenario,
  { latencyMs, headStartMs }: (typeof TOGETHER)[number],
  clean: unknown,
): Promise<Result> {
  return inWorld(
    scenario,
    async (world) => {
      const first = world.run(scenario.inputs);
      await new Promise((resolve) => setTimeout(resolve, headStartMs));
      const runs = await Promise.all([first, world.run(scenario.inputs)]);
      const codes = runs.map(({ exitCode }) => exitCode);
      const label = `latency ${latencyMs} ms, head start ${headStartMs} ms`;
      const same = () => isDeepStrictEqual(withoutTwins(endState(world.forge)), withoutTwins(clean));
      if (codes.every((code) => code === 0))
        return same() ? "alone" : { wrong: `${label}: both ended well, but the end state differs` };
      const { exitCode } = await world.run(scenario.inputs);
      const log = runs.flatMap(({ lines }) => lines).join(" | ");
      return exitCode === 0 && same() ? "again" : { wrong: `${label}: ${codes.join(", ")}, then ${exitCode}: ${log}` };
    },
    latencyMs,
  );
}

/** GitLab's registry keeps both of two equal files sent at the same moment, and serves the newer: no difference to anyone. */
function withoutTwins(state: unknown): unknown {
  const copy = structuredClone(state) as Record<string, { gitlab: { packages: { files: unknown[] }[] } }>;
  for (const { gitlab } of Object.values(copy)) {
    for (const one of gitlab.packages)
      one.files = one.files.filter(
        (file, index) => one.files.findIndex((other) => isDeepStrictEqual(other, file)) === index,
      );
  }
  return copy;
}

async function inWorld<T>(scenario: Scenario, use: (world: World) => Promise<T>, latencyMs = 0): Promise<T> {
  const world = await openWorld(scenario.kind, {
    repository: { immutableReleases: scenario.immutable === true },
    forge: { latencyMs },
  });
  try {
    await scenario.prepare?.(world);
    return await use(world);
  } finally {
    await world.close();
  }
}

async function twoAtOnce<T>(items: readonly T[], work: (item: T) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** Ids differ from run to run, names do not. */
function pathOf({ url }: LedgerEntry): string {
  const exact = url
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\/(releases|assets|links|packages)\/\d+/g, "/$1/\\d+");
  return `/^${exact}$/`;
}

function describe({ index, method, url }: LedgerEntry): string {
  return `request ${index}, ${method} ${url}`;
}
