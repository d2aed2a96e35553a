import { spawn } from "node:child_process";
import { isDeepStrictEqual } from "node:util";
import type { Effect, Moment } from "../stand-ins/forge/index.ts";
import type { Deployment, LedgerEntry } from "../stand-ins/jira/index.ts";
import { isJiraWrite, jiraInputs, NEW_ISSUE, openJiraWorld } from "../worlds/jira-issue.ts";
import type { JiraWorld } from "../worlds/jira-issue.ts";
import { LIMITED_BY_429, READ_FAULTS, WRITE_FAULTS } from "./faults.ts";
import type { MatrixRow } from "./publish-release.ts";

interface Scenario {
  readonly name: string;
  readonly kind: Deployment;
  readonly inputs: Readonly<Record<string, string>>;
  /** Brings Jira to where the scenario begins. */
  prepare?(world: JiraWorld): Promise<unknown>;
}

const PARTS = {
  comment: "App-Interface MR created: https://gitlab.example/1",
  link: "MR | https://gitlab.example/1",
  transition: "In Progress",
};
const ALL = { ...NEW_ISSUE, description: "Releases **abc**.", ...PARTS };

/** Jira has other issues, which the search knows; what a run makes it shows an hour later only. */
const others = async (world: JiraWorld): Promise<void> => {
  const { jira, clock } = world;
  const project = { key: "AAP" };
  for (const summary of ["Other", "Another"])
    await world.post("/issue", { fields: { project, issuetype: { name: "Story" }, summary } });
  jira.ledger.length = 0;
  await clock.sleep(2 * LAG);
};

const LAG = 3_600_000;

const SCENARIOS: readonly Scenario[] = [
  { name: "Jira Cloud, new issue", kind: "cloud", inputs: ALL, prepare: others },
  { name: "Jira Cloud, parts of an issue", kind: "cloud", inputs: { key: "AAP-1", ...PARTS }, prepare: others },
  { name: "Jira Data Center, new issue", kind: "datacenter", inputs: ALL, prepare: others },
  {
    name: "Jira Data Center, parts of an issue",
    kind: "datacenter",
    inputs: { key: "AAP-1", ...PARTS },
    prepare: others,
  },
];

const HEAD_STARTS = [0, 5, 15, 30, 60, 120];

/** Runs every case: each fault at each request, kills in its own process. */
export async function jiraIssueMatrix(): Promise<MatrixRow[]> {
  const rows: MatrixRow[] = [];
  for (const scenario of SCENARIOS) rows.push(...(await rowsOf(scenario)));
  return rows;
}

async function rowsOf(scenario: Scenario): Promise<MatrixRow[]> {
  const { state, ledger } = await inWorld(scenario, async (world) => {
    const start = world.jira.ledger.length;
    const { verdict } = await world.run(scenario.inputs);
    if (verdict !== "done") throw new Error(`the clean run of ${scenario.name} ended ${verdict}`);
    return { state: world.jira.endState(), ledger: world.jira.ledger.slice(start) };
  });
  const rows: MatrixRow[] = [];
  for (const [moment, label] of [
    ["before", "killed before the request took effect"],
    ["after", "killed after it, before the reply"],
  ] as const) {
    rows.push(await row(scenario, label, ledger, (entry) => killedAt(scenario, entry, ledger, moment, state)));
  }
  for (const [label, effect] of [...WRITE_FAULTS, LIMITED_BY_429]) {
    rows.push(
      await row(scenario, `each write: ${label}`, ledger.filter(isJiraWrite), (entry) =>
        struck(scenario, entry, ledger, effect, state),
      ),
    );
  }
  const reads = ledger.filter((entry) => !isJiraWrite(entry));
  for (const [label, effect] of [...READ_FAULTS, LIMITED_BY_429]) {
    rows.push(
      await row(scenario, `each read: ${label}`, reads, (entry) => struck(scenario, entry, ledger, effect, state)),
    );
  }
  const makes = scenario.inputs["key"] === undefined;
  if (makes)
    rows.push(
      await row(scenario, "two runs at once: one issue, or the later run names both", HEAD_STARTS, (ms) =>
        together(scenario, ms),
      ),
    );
  return rows;
}

type Result = "alone" | "again" | { readonly wrong: string };

async function row<T>(
  scenario: Scenario,
  fault: string,
  cases: readonly T[],
  run: (one: T) => Promise<Result>,
): Promise<MatrixRow> {
  const results: Result[] = [];
  const queue = cases.entries();
  const worker = async (): Promise<void> => {
    for (const [index, one] of queue) results[index] = await run(one);
  };
  await Promise.all([worker(), worker()]);
  const failures = results.flatMap((result) => (typeof result === "object" ? [result.wrong] : []));
  const alone = results.filter((result) => result === "alone").length;
  return { scenario: scenario.name, fault, cases: cases.length, held: cases.length - failures.length, alone, failures };
}

function killedAt(
  scenario: Scenario,
  entry: LedgerEntry,
  ledger: readonly LedgerEntry[],
  moment: Moment,
  clean: unknown,
): Promise<Result> {
  return inWorld(scenario, async (world) => {
    const { jira } = world;
    const inputs = { ...jiraInputs(scenario.kind, jira), ...scenario.inputs };
    const child = spawn(
      process.execPath,
      ["--no-warnings", `${import.meta.dirname}/jira-issue.child.ts`, JSON.stringify({ inputs })],
      { stdio: "ignore" },
    );
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("close", (_, signal) => resolve(signal)));
    jira.faults.killAt(jira.ledger.length + ledger.indexOf(entry) + 1, moment, async () => {
      child.kill("SIGKILL");
      await ended;
    });
    if ((await ended) !== "SIGKILL") return { wrong: `${describe(entry)}: the run ended before it could be killed` };
    return secondRun(scenario, world, entry, clean);
  });
}

function struck(
  scenario: Scenario,
  entry: LedgerEntry,
  ledger: readonly LedgerEntry[],
  effect: Effect,
  clean: unknown,
): Promise<Result> {
  return inWorld(scenario, async (world) => {
    const same = ledger.filter(({ method, url }) => method === entry.method && url === entry.url);
    world.jira.faults.add({ method: entry.method, path: exactly(entry.url), nth: same.indexOf(entry) + 1, effect });
    const { verdict, exitCode } = await world.run(scenario.inputs);
    if (world.jira.faults.unused().length > 0) return { wrong: `${describe(entry)}: the fault did not strike` };
    if (exitCode !== 0) return secondRun(scenario, world, entry, clean);
    return isDeepStrictEqual(world.jira.endState(), clean)
      ? "alone"
      : { wrong: `${describe(entry)}: ${verdict}, but the end state differs` };
  });
}

async function secondRun(scenario: Scenario, world: JiraWorld, entry: LedgerEntry, clean: unknown): Promise<Result> {
  const { exitCode, lines } = await world.run(scenario.inputs);
  if (exitCode !== 0)
    return { wrong: `${describe(entry)}: running again ended with ${exitCode}: ${lines.join(" | ")}` };
  return isDeepStrictEqual(world.jira.endState(), clean)
    ? "again"
    : { wrong: `${describe(entry)}: the end state differs after running again` };
}

/** "alone": one issue. "again": two, which the later run says, as does every run after it. */
function together(scenario: Scenario, headStartMs: number): Promise<Result> {
  return inWorld(scenario, async (world) => {
    const before = world.issues().length;
    const first = world.run(scenario.inputs);
    await new Promise((resolve) => setTimeout(resolve, headStartMs));
    const runs = await Promise.all([first, world.run(scenario.inputs)]);
    const made = world.issues().length - before;
    const log = runs.flatMap(({ lines }) => lines).join(" | ");
    const codes = runs.map(({ exitCode }) => exitCode).join(", ");
    if (made === 1)
      return codes === "0, 0" ? "alone" : { wrong: `head start ${headStartMs} ms: one issue, but ${codes}: ${log}` };
    const third = await world.run(scenario.inputs);
    const told = runs.some(({ verdict }) => verdict === "refused") && third.verdict === "refused";
    return made === 2 && told
      ? "again"
      : { wrong: `head start ${headStartMs} ms: ${made} issues, ${codes}, then ${third.verdict}: ${log}` };
  });
}

async function inWorld<T>(scenario: Scenario, use: (world: JiraWorld) => Promise<T>): Promise<T> {
  const world = await openJiraWorld(scenario.kind, { searchLagMs: LAG });
  try {
    await scenario.prepare?.(world);
    return await use(world);
  } finally {
    await world.close();
  }
}

function exactly(url: string): string {
  return `/^${url.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$/`;
}

function describe({ index, method, url }: LedgerEntry): string {
  return `request ${index}, ${method} ${url}`;
}
