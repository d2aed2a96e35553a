import { spawn } from "node:child_process";
import { systemClock } from "@release-actions/hosts";
import type { Clock } from "@release-actions/action";
import { controlRelease } from "../stand-ins/konflux-controller/index.ts";
import type { Effect, Moment } from "../stand-ins/forge/index.ts";
import type { LedgerEntry } from "../stand-ins/kubernetes/index.ts";
import { BY_COMMIT, isWrite, openKonfluxWorld, PLAN, SNAPSHOT, USER } from "../worlds/konflux-release.ts";
import type { StandInWorld } from "../worlds/konflux-release.ts";
import { LIMITED_BY_429, READ_FAULTS, WRITE_FAULTS } from "./faults.ts";
import type { MatrixRow } from "./publish-release.ts";

const SCENARIO = "Konflux, new release";
const HEAD_STARTS = [0, 2, 5, 10, 20, 40, 80];

/** Retries of a request wait no time; following goes by the real clock. */
const QUICK: Clock = { ...systemClock, sleep: (span, signal) => systemClock.sleep(Math.min(span, 50), signal) };

/** Every case: each fault at each request up to the first watch, kills in its own process. */
export async function konfluxReleaseMatrix(): Promise<MatrixRow[]> {
  const ledger = await inWorld(async (world) => {
    const run = world.run();
    while (world.kubernetes.watches() === 0) await pause(5);
    const requests = world.kubernetes.ledger.filter(({ user }) => user === USER);
    const driven = drive(world);
    if ((await run).verdict !== "done") throw new Error("the clean run did not end well");
    await driven;
    return requests;
  });
  const rows: MatrixRow[] = [];
  for (const [moment, label] of [
    ["before", "killed before the request took effect"],
    ["after", "killed after it, before the reply"],
  ] as const) {
    // A watch has no reply that it could be killed before.
    const killable = ledger.filter(({ url }) => moment === "before" || !url.includes("watch=true"));
    rows.push(await row(label, killable, (entry) => killedAt(entry, ledger, moment)));
  }
  for (const [label, effect] of [...WRITE_FAULTS, LIMITED_BY_429])
    rows.push(await row(`each write: ${label}`, ledger.filter(isWrite), (entry) => struck(entry, effect)));
  for (const [label, effect] of [...READ_FAULTS, LIMITED_BY_429])
    rows.push(
      await row(
        `each read: ${label}`,
        ledger.filter((entry) => !isWrite(entry)),
        (entry) => struck(entry, effect),
      ),
    );
  rows.push(await row("two runs at once: one Release, which both follow", HEAD_STARTS, together));
  return rows;
}

type Result = "alone" | "again" | { readonly wrong: string };

async function row<T>(fault: string, cases: readonly T[], run: (one: T) => Promise<Result>): Promise<MatrixRow> {
  const results: Result[] = [];
  for (const one of cases) results.push(await run(one));
  const failures = results.flatMap((result) => (typeof result === "object" ? [result.wrong] : []));
  const alone = results.filter((result) => result === "alone").length;
  return { scenario: SCENARIO, fault, cases: cases.length, held: cases.length - failures.length, alone, failures };
}

function killedAt(entry: LedgerEntry, ledger: readonly LedgerEntry[], moment: Moment): Promise<Result> {
  return inWorld(async (world) => {
    const inputs = { ...world.inputs, ...BY_COMMIT };
    const child = spawn(
      process.execPath,
      ["--no-warnings", `${import.meta.dirname}/konflux-release.child.ts`, JSON.stringify({ inputs })],
      { stdio: "ignore" },
    );
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("close", (_, signal) => resolve(signal)));
    world.kubernetes.faults.killAt(ledger.indexOf(entry) + 1, moment, async () => {
      child.kill("SIGKILL");
      await ended;
    });
    if ((await ended) !== "SIGKILL") return { wrong: `${describe(entry)}: the run ended before it could be killed` };
    const driven = drive(world);
    const { exitCode, lines } = await world.run();
    await driven;
    return exitCode === 0
      ? endOf(world, "again", entry)
      : { wrong: `${describe(entry)}: running again ended with ${exitCode}: ${lines.join(" | ")}` };
  });
}

function struck(entry: LedgerEntry, effect: Effect): Promise<Result> {
  return inWorld(async (world) => {
    world.kubernetes.faults.add({ method: entry.method, path: exactly(entry.url), effect });
    const driven = drive(world);
    const first = await world.run();
    if (world.kubernetes.faults.unused().length > 0) return { wrong: `${describe(entry)}: the fault did not strike` };
    const last = first.exitCode === 0 ? first : await world.run();
    await driven;
    if (last.exitCode !== 0) return { wrong: `${describe(entry)}: ${last.verdict}: ${last.lines.join(" | ")}` };
    return endOf(world, first === last ? "alone" : "again", entry);
  });
}

function together(headStartMs: number): Promise<Result> {
  return inWorld(async (world) => {
    const driven = drive(world, 150);
    const first = world.run();
    await pause(headStartMs);
    const runs = await Promise.all([first, world.run()]);
    await driven;
    if (runs.some(({ exitCode }) => exitCode !== 0))
      return { wrong: `head start ${headStartMs} ms: ${runs.flatMap(({ lines }) => lines).join(" | ")}` };
    const made = runs.filter(({ outputs }) => outputs["created"] === "true").length;
    return made === 1
      ? endOf(world, "alone", undefined)
      : { wrong: `head start ${headStartMs} ms: ${made} runs say that they made the Release` };
  });
}

/** The end of one clean run: one Release of the Snapshot by the plan, which succeeded. */
function endOf(world: StandInWorld, result: "alone" | "again", entry: LedgerEntry | undefined): Result {
  const releases = world.kubernetes.objects("releases");
  const [release] = releases;
  const spec = release?.spec;
  if (
    releases.length === 1 &&
    spec?.["snapshot"] === SNAPSHOT &&
    spec["releasePlan"] === PLAN &&
    release?.metadata.name.endsWith("-1") === true
  )
    return result;
  return {
    wrong: `${entry === undefined ? "two runs" : describe(entry)}: ${JSON.stringify(releases.map(({ metadata }) => metadata.name))}`,
  };
}

/** Lets the first Release that exists succeed, without a request before. */
async function drive(world: StandInWorld, laterMs = 0): Promise<void> {
  while (world.kubernetes.objects("releases").length === 0) await pause(5);
  await pause(laterMs);
  await controlRelease(world.hands, world.kubernetes.objects("releases")[0]!.metadata.name).succeed();
}

async function inWorld<T>(use: (world: StandInWorld) => Promise<T>): Promise<T> {
  const world = await openKonfluxWorld({}, {}, QUICK);
  try {
    return await use(world);
  } finally {
    await world.close();
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** But for what differs from run to run, which is the resource version of a watch. */
function exactly(url: string): string {
  return `/^${url.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/resourceVersion=\d+/, "resourceVersion=\\d+")}$/`;
}

function describe({ index, method, url }: LedgerEntry): string {
  return `request ${index}, ${method} ${url}`;
}
