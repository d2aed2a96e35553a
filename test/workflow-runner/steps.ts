/** One step: its condition, its process or action, and what its output and files say. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  BLOCKED_ENVIRONMENT,
  commandOf,
  parseFileCommands,
  parsePathFile,
  summaryKept,
  type Command,
  type Masker,
} from "../runner-emulator/index.ts";
import { actionInputs, inputVariables, readAction } from "./actions.ts";
import { EMULATIONS } from "./emulations.ts";
import { evaluateFlag, evaluateStrings, evaluateText, type Scope } from "./expressions.ts";
import { WorkflowProblem } from "./parser.ts";
import { runProcess } from "./process.ts";
import type { Step } from "./read.ts";
import type { Annotation, Conclusion, RunOptions, StepResult } from "./types.ts";

/** What a job's steps share and change. */
export interface JobState {
  readonly options: RunOptions;
  readonly job: string;
  readonly leg: string | undefined;
  /** The job's workspace. */
  readonly directory: string;
  /** For the files that GITHUB_OUTPUT and its like name. */
  readonly files: string;
  readonly store: string;
  readonly masker: Masker;
  readonly shell: string | undefined;
  /** When the job's time is up, on the clock of performance.now(). */
  readonly deadline: number;
  /** Grows by GITHUB_ENV. */
  env: Record<string, string>;
  /** Grows by GITHUB_PATH; the last comes first in PATH. */
  path: string[];
  counter: number;
}

const FILES = ["output", "env", "path", "state", "step_summary"] as const;

export async function runStep(step: Step, scope: Scope, state: JobState): Promise<StepResult> {
  const started = performance.now();
  const name = stepName(step, scope);
  const event = { job: state.job, step: name };
  state.options.onStep?.({ type: "start", ...event });
  const log: string[] = [];
  const annotations: Annotation[] = [];
  const outputs: Record<string, string> = {};
  let broken = false;
  let stopToken: string | undefined;

  const print = (line: string) => {
    const masked = state.masker.mask(line);
    log.push(masked);
    state.options.onStep?.({ type: "line", ...event, line: masked });
  };
  const obey = (command: Command) => {
    const name = command.command.toLowerCase();
    if (stopToken !== undefined) {
      if (name === stopToken.toLowerCase()) stopToken = undefined;
    } else if (name === "stop-commands") stopToken = command.data;
    else if (name === "add-mask") state.masker.add(command.data);
    else if (name === "set-output") outputs[command.properties.name ?? ""] = command.data;
    else if (name === "set-env" || name === "add-path") {
      broken = true;
      print(`Error: the ${name} command is disabled`);
    } else if (name === "notice" || name === "warning" || name === "error") {
      annotations.push({ level: name, message: state.masker.mask(command.data), properties: command.properties });
      for (const [index, text] of command.data.split(/\r\n|\n|\r/).entries())
        print(index === 0 ? `${name}: ${text}` : `  ${text}`);
    } else if (name === "group") print(`▸ ${command.data}`);
  };
  const onLine = (line: string) => {
    const command = commandOf(line, stopToken);
    if (
      command === undefined ||
      (stopToken !== undefined && command.command.toLowerCase() !== stopToken.toLowerCase())
    ) {
      print(line);
    } else obey(command);
  };

  const ran = await execute(step, scope, state, { print, onLine, outputs });
  const files = await readFiles(state, ran.files).catch((error: unknown) => {
    broken = true;
    print(`Error: ${message(error)}`);
    return undefined;
  });
  if (files !== undefined) {
    Object.assign(outputs, files.outputs);
    for (const [name, value] of Object.entries(files.env)) {
      if (!BLOCKED_ENVIRONMENT.has(name.toUpperCase())) state.env[name] = value;
      else print(`Error: GITHUB_ENV must not set ${name}`);
    }
    state.path.push(...files.path);
  }
  const outcome: Conclusion = ran.outcome === "success" && broken ? "failure" : ran.outcome;
  const forgiven = outcome === "failure" && evaluateFlag(step.continueOnError, scope);
  const result: StepResult = {
    id: step.id,
    name,
    ...(state.leg === undefined ? {} : { leg: state.leg }),
    conclusion: forgiven ? "success" : outcome,
    outcome,
    outputs,
    log,
    raw: ran.raw,
    annotations,
    summary: state.masker.mask(files?.summary ?? ""),
    exitCode: ran.exitCode,
    milliseconds: performance.now() - started,
  };
  state.options.onStep?.({ type: "end", ...event, result });
  return result;
}

export function skippedStep(step: Step, scope: Scope, state: JobState): StepResult {
  return {
    id: step.id,
    name: stepName(step, scope),
    ...(state.leg === undefined ? {} : { leg: state.leg }),
    conclusion: "skipped",
    outcome: "skipped",
    outputs: {},
    log: [],
    raw: "",
    annotations: [],
    summary: "",
    exitCode: undefined,
    milliseconds: 0,
  };
}

function stepName(step: Step, scope: Scope): string {
  if (step.name !== undefined) return evaluateText(step.name, scope);
  return `Run ${step.uses ?? step.run?.split("\n")[0] ?? ""}`;
}

interface Execution {
  readonly outcome: Conclusion;
  readonly exitCode: number | undefined;
  readonly raw: string;
  /** Prefix of the step's command files. */
  readonly files: string;
}

interface Sinks {
  print(line: string): void;
  onLine(line: string): void;
  readonly outputs: Record<string, string>;
}

async function execute(step: Step, outer: Scope, state: JobState, sinks: Sinks): Promise<Execution> {
  const files = join(state.files, String(++state.counter));
  await mkdir(state.files, { recursive: true });
  await Promise.all(FILES.map((name) => writeFile(`${files}_${name}`, "")));
  const named = Object.fromEntries(FILES.map((name) => [`GITHUB_${name.toUpperCase()}`, `${files}_${name}`]));
  const own = evaluateStrings(step.env, outer);
  const env: Record<string, string> = { ...state.env, ...named, ...own };
  // The runner lets a step's inputs see the step's own env.
  const scope = { ...outer, contexts: { ...outer.contexts, env: { ...state.env, ...own } } };
  if (state.path.length > 0)
    env.PATH = [...state.path]
      .reverse()
      .concat(env.PATH ?? "")
      .join(":");
  try {
    const end = await start(step, scope, state, env, files, sinks);
    if (end === undefined) return { outcome: "success", exitCode: undefined, raw: "", files };
    if (end.ended === "timeout") sinks.print("Error: the step ran into its time limit");
    if (end.exitCode !== 0 && end.ended === "by itself") sinks.print(`Error: exit code ${end.exitCode ?? "unknown"}`);
    const outcome = end.ended === "cancelled" ? "cancelled" : end.exitCode === 0 && end.ended === "by itself";
    return { outcome: outcome === true ? "success" : outcome === false ? "failure" : outcome, ...end, files };
  } catch (error) {
    if (error instanceof WorkflowProblem) throw error;
    sinks.print(`Error: ${message(error)}`);
    return { outcome: "failure", exitCode: undefined, raw: "", files };
  }
}

async function start(
  step: Step,
  scope: Scope,
  state: JobState,
  env: Record<string, string>,
  files: string,
  sinks: Sinks,
) {
  const place = `${scope.file}:${step.line}`;
  const minutes = step.timeout === undefined ? 360 : Number(evaluateText(step.timeout, scope));
  const timeout = Math.max(0, Math.min(minutes * 60_000, state.deadline - performance.now()));
  // What runs after a cancellation, such as a step with always(), is not interrupted by it again.
  const signal = state.options.signal?.aborted === true ? undefined : state.options.signal;
  const call = { timeout, signal, onLine: sinks.onLine };
  if (step.run !== undefined) {
    const directory = join(state.directory, evaluateText(step.directory, scope));
    const script = `${files}_script.sh`;
    await writeFile(script, step.run);
    return runProcess({ ...call, ...shellCommand(step.shell ?? state.shell, script, place), directory, env });
  }
  const uses = step.uses ?? "";
  const inputs = evaluateStrings(step.with, scope);
  const local = uses.startsWith("./") ? { directory: join(state.directory, uses) } : state.options.resolveAction(uses);
  if (local === undefined) {
    const key = uses.split("@")[0] ?? "";
    const emulate = state.options.emulations?.[key] ?? EMULATIONS[key];
    if (emulate === undefined) throw new WorkflowProblem(place, `there is no stand-in for ${uses}`);
    const { directory, options, store } = state;
    Object.assign(sinks.outputs, await emulate({ uses, inputs, directory, env, options, store, print: sinks.print }));
    return undefined;
  }
  const action = await readAction(local.directory);
  const github = scope.contexts.github as Record<string, unknown>;
  const values = inputVariables(await actionInputs(action, inputs, github));
  const args = [action.main];
  return runProcess({
    ...call,
    command: process.execPath,
    args,
    directory: state.directory,
    env: { ...env, ...values },
  });
}

/** The runner's command lines: `bash` named explicitly adds pipefail, unnamed does not. */
function shellCommand(shell: string | undefined, script: string, place: string): { command: string; args: string[] } {
  if (shell === undefined) return { command: "bash", args: ["-e", script] };
  if (shell === "bash") return { command: "bash", args: ["--noprofile", "--norc", "-eo", "pipefail", script] };
  if (shell === "sh") return { command: "sh", args: ["-e", script] };
  throw new WorkflowProblem(place, `shell ${shell} is not supported by this runner`);
}

async function readFiles(state: JobState, files: string) {
  const [output, env, path, savedState, summary] = await Promise.all(
    FILES.map((name) => readFile(`${files}_${name}`, "utf8")),
  );
  parseFileCommands(savedState ?? "");
  return {
    outputs: parseFileCommands(output ?? ""),
    env: parseFileCommands(env ?? ""),
    path: parsePathFile(path ?? ""),
    summary: summaryKept(summary ?? ""),
    job: state.job,
  };
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
