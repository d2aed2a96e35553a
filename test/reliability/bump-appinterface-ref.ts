import { spawn } from "node:child_process";
import { isDeepStrictEqual } from "node:util";
import type { Effect, LedgerEntry, Moment } from "../stand-ins/gitlab/index.ts";
import { git } from "../repositories.ts";
import { deployFile, FORK, isWrite, makeReleasedCode, openWorld, OTHER } from "../worlds/bump-appinterface-ref.ts";
import type { ReleasedCode, World } from "../worlds/bump-appinterface-ref.ts";
import { LIMITED_BY_429, READ_FAULTS, WRITE_FAULTS } from "./faults.ts";
import type { MatrixRow } from "./publish-release.ts";

interface Scenario {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Brings GitLab to where the scenario begins. */
  prepare?(world: World): Promise<unknown>;
}

const SCENARIOS: readonly Scenario[] = [
  { name: "new merge request", inputs: {} },
  { name: "new merge request from a fork", inputs: { "fork-project": FORK } },
  {
    name: "an older merge request is closed",
    inputs: { "close-superseded": "true" },
    prepare: (world) =>
      world.run({ ref: git(`${world.code.workspace}/backend`, ["rev-parse", "feature"]), branch: "older" }),
  },
  {
    name: "an earlier run's branch and text are replaced",
    inputs: { title: "{jira-key} anew" },
    prepare: async (world) => {
      await world.run();
      await world.deploy(
        deployFile({ main: world.code.old, billing: OTHER }).replace("# not the stage's", "# changed"),
      );
    },
  },
];

/** How far the second run starts behind the first. */
const HEAD_STARTS_MS = [0, 80, 40, 160, 320];

/**
 * Runs every case: each fault at each request, kills in its own process. The stand-in writes real repositories, so
 * that it takes some minutes; `few` leaves all requests and all kills, and takes the first of the other faults alone.
 */
export async function bumpAppinterfaceRefMatrix(few = false): Promise<MatrixRow[]> {
  const code = makeReleasedCode();
  try {
    const rows: MatrixRow[] = [];
    for (const scenario of SCENARIOS) rows.push(...(await rowsOf(scenario, code, few)));
    return rows;
  } finally {
    code.sandbox.remove();
  }
}

async function rowsOf(scenario: Scenario, code: ReleasedCode, few: boolean): Promise<MatrixRow[]> {
  const clean = await inWorld(scenario, code, async (world) => {
    const { verdict, lines } = await world.run(scenario.inputs);
    if (verdict !== "done") throw new Error(`the clean run of ${scenario.name} ended ${verdict}: ${lines.join(" | ")}`);
    return { state: await world.standIn.endState(), ledger: world.asked() };
  });
  const writes = clean.ledger.filter(isWrite);
  const reads = clean.ledger.filter((entry) => !isWrite(entry));
  const moments: readonly (readonly [string, Moment])[] = [
    ["killed before the request took effect", "before"],
    ["killed after it, before the reply", "after"],
  ];
  const rows: MatrixRow[] = [];
  const add = async <T>(
    fault: string,
    cases: readonly T[],
    run: (one: T, world: World) => Promise<Result>,
  ): Promise<void> => {
    const results = await fourAtOnce(cases, (one) => inWorld(scenario, code, (world) => run(one, world)));
    const failures = results.flatMap((result) => (typeof result === "object" ? [result.wrong] : []));
    const alone = results.filter((result) => result === "alone").length;
    rows.push({
      scenario: scenario.name,
      fault,
      cases: cases.length,
      held: cases.length - failures.length,
      alone,
      failures,
    });
  };
  for (const [label, moment] of moments) {
    await add(label, clean.ledger, (entry, world) =>
      killedAt(scenario, world, entry, clean.ledger.indexOf(entry) + 1, moment, clean.state),
    );
  }
  for (const [label, effect] of first(few, 3, [...WRITE_FAULTS, LIMITED_BY_429])) {
    await add(`each write: ${label}`, writes, (entry, world) =>
      struck(scenario, world, entry, nthOf(entry, clean.ledger), effect, clean.state),
    );
  }
  for (const [label, effect] of first(few, 1, READ_FAULTS)) {
    await add(`each read: ${label}`, reads, (entry, world) =>
      struck(scenario, world, entry, nthOf(entry, clean.ledger), effect, clean.state),
    );
  }
  await add("two runs at once", first(few, 2, HEAD_STARTS_MS), (headStart, world) =>
    together(scenario, world, headStart, clean.state),
  );
  return rows;
}

/** "alone": as a clean run by itself; "again": after running again; else what was wrong. */
type Result = "alone" | "again" | { readonly wrong: string };

async function killedAt(
  scenario: Scenario,
  world: World,
  entry: LedgerEntry,
  nth: number,
  moment: Moment,
  clean: unknown,
): Promise<Result> {
  const { standIn, code } = world;
  const given = JSON.stringify({ inputs: world.inputs(scenario.inputs), workspace: code.workspace });
  const child = spawn(
    process.execPath,
    ["--no-warnings", `${import.meta.dirname}/bump-appinterface-ref.child.ts`, given],
    { stdio: "ignore" },
  );
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("close", (_, signal) => resolve(signal)));
  standIn.faults.killAt(standIn.ledger.length + nth, moment, async () => {
    child.kill("SIGKILL");
    await ended;
  });
  if ((await ended) !== "SIGKILL") return { wrong: `${describe(entry)}: the run ended before it could be killed` };
  return secondRun(scenario, world, entry, clean);
}

async function struck(
  scenario: Scenario,
  world: World,
  entry: LedgerEntry,
  nth: number,
  effect: Effect,
  clean: unknown,
): Promise<Result> {
  world.standIn.faults.add({ method: entry.method, path: `/^${patternOf(entry)}$/`, nth, effect });
  const { verdict, exitCode } = await world.run(scenario.inputs);
  if (world.standIn.faults.unused().length > 0) return { wrong: `${describe(entry)}: the fault did not strike` };
  if (exitCode !== 0) return secondRun(scenario, world, entry, clean);
  return isDeepStrictEqual(await world.standIn.endState(), clean)
    ? "alone"
    : { wrong: `${describe(entry)}: ${verdict}, but the end state differs` };
}

async function secondRun(scenario: Scenario, world: World, entry: LedgerEntry, clean: unknown): Promise<Result> {
  const { exitCode, lines } = await world.run(scenario.inputs);
  if (exitCode !== 0)
    return { wrong: `${describe(entry)}: running again ended with ${exitCode}: ${lines.join(" | ")}` };
  return isDeepStrictEqual(await world.standIn.endState(), clean)
    ? "again"
    : { wrong: `${describe(entry)}: the end state differs after running again` };
}

async function together(scenario: Scenario, world: World, headStart: number, clean: unknown): Promise<Result> {
  const first = world.run(scenario.inputs);
  await new Promise((resolve) => setTimeout(resolve, headStart));
  const runs = await Promise.all([first, world.run(scenario.inputs)]);
  const codes = runs.map(({ exitCode }) => exitCode);
  const same = async (): Promise<boolean> => isDeepStrictEqual(await world.standIn.endState(), clean);
  const log = (): string => runs.flatMap(({ lines }) => lines).join(" | ");
  if (codes.every((code) => code === 0))
    return (await same())
      ? "alone"
      : { wrong: `head start ${headStart} ms: both ended well, but the end state differs: ${log()}` };
  const { exitCode } = await world.run(scenario.inputs);
  return exitCode === 0 && (await same())
    ? "again"
    : { wrong: `head start ${headStart} ms: ${codes.join(", ")}, then ${exitCode}: ${log()}` };
}

async function inWorld<T>(scenario: Scenario, code: ReleasedCode, use: (world: World) => Promise<T>): Promise<T> {
  const world = await openWorld(code);
  try {
    await scenario.prepare?.(world);
    world.forget();
    return await use(world);
  } finally {
    await world.close();
  }
}

async function fourAtOnce<T>(items: readonly T[], work: (item: T) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return results;
}

function first<T>(few: boolean, count: number, all: readonly T[]): readonly T[] {
  return few ? all.slice(0, count) : all;
}

/** Ids differ from run to run. */
function patternOf({ url }: LedgerEntry): string {
  return url.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/[0-9a-f]{40}/g, "[0-9a-f]{40}");
}

function nthOf(entry: LedgerEntry, ledger: readonly LedgerEntry[]): number {
  const alike = ledger.filter((one) => one.method === entry.method && patternOf(one) === patternOf(entry));
  return alike.indexOf(entry) + 1;
}

function describe({ index, method, url }: LedgerEntry): string {
  return `request ${index}, ${method} ${url}`;
}
