import { invalid, isSuccess, VERDICTS, type Failure, type HostFacts, type Verdict } from "@release-actions/action";
import { WORKFLOWS, type JobNames, type WorkflowName } from "./workflows.ts";

/** GitHub's results of a job; unknown where none was given, which is never a success. */
const RESULTS = ["success", "failure", "cancelled", "skipped"] as const;
export type JobResult = (typeof RESULTS)[number] | "unknown";

export interface StepRun {
  readonly id: string;
  readonly name: string;
  readonly outcome: JobResult;
  /** Undefined where the step gave none, or one that its outcome contradicts. */
  readonly verdict: Verdict | undefined;
}

export interface JobRun {
  readonly id: string;
  readonly name: string;
  readonly result: JobResult;
  readonly steps: readonly StepRun[];
  /** Text from outside. */
  readonly outputs: Values;
}

/** Outside text by name; what is missing is empty. */
export type Values = Readonly<Record<string, string>>;

/** A run of one of the reusable workflows, as far as it is known. */
export interface Run {
  readonly workflow: WorkflowName;
  /** The tag or the commit that it is about. */
  readonly subject: string;
  readonly inputs: Values;
  /** Of the job that summarizes itself; empty for a whole run. */
  readonly outputs: Values;
  readonly jobs: readonly JobRun[];
  readonly repository: string;
  readonly url: string;
  /** The file of the workflow that called this one. */
  readonly caller: string;
}

export interface GivenContexts {
  readonly workflow: WorkflowName;
  readonly subject: string;
  readonly needs: string | undefined;
  readonly inputs: string | undefined;
  readonly outputs: Values;
  readonly caller: string | undefined;
}

/** Puts a run together from GitHub's contexts. Only JSON that is none is an error: a summary says what is known. */
export function readRun(given: GivenContexts, host: HostFacts): Run {
  const needs = readObject("needs", given.needs);
  return {
    workflow: given.workflow,
    subject: given.subject,
    inputs: valuesOf(readObject("inputs", given.inputs)),
    outputs: given.outputs,
    jobs: Object.entries<JobNames>(WORKFLOWS[given.workflow]).map(([id, names]) => readJob(id, names, needs[id])),
    repository: host.repository ?? "",
    url: host.runUrl ?? "",
    caller: /([^/]+)@/.exec(given.caller ?? "")?.[1] ?? "",
  };
}

/** `checkout=success image=failure:refused`: the outcome of each step, and its verdict where it gave one. */
export function readSteps(steps: string, names: JobNames): StepRun[] {
  const outcomes = new Map<string, readonly [outcome: string, verdict: string]>();
  for (const [, id = "", outcome = "", verdict = ""] of steps.matchAll(/([\w-]+)=([a-z]*)(?::([a-z]*))?(?=\s|$)/g))
    outcomes.set(id, [outcome, verdict]);
  return Object.entries(names.steps).map(([id, name]) => {
    const [given, said] = outcomes.get(id) ?? ["", ""];
    const outcome = resultOf(given);
    const verdict = VERDICTS.find((one) => one === said);
    const fits = verdict !== undefined && isSuccess(verdict) === (outcome === "success");
    return { id, name, outcome, verdict: fits ? verdict : undefined };
  });
}

function readJob(id: string, names: JobNames, given: unknown): JobRun {
  const { result: said, outputs: all } = isObject(given) ? given : {};
  const result = resultOf(said);
  // A job that did not run has no outputs, whatever a runner makes of them.
  const outputs = result === "skipped" || !isObject(all) ? {} : valuesOf(all);
  const main =
    names.mainStep === undefined ? [] : [{ id: "", name: names.mainStep, outcome: result, verdict: undefined }];
  return { id, name: names.name, result, outputs, steps: [...main, ...readSteps(outputs["steps"] ?? "", names)] };
}

/** Whether a job blocks the rest: it failed, was stopped, or nobody knows how it ended. */
export function endedBadly({ result }: Pick<JobRun, "result">): boolean {
  return result !== "success" && result !== "skipped";
}

/** The steps that a job failed of; empty where it does not say. */
export function failedSteps({ steps }: Pick<JobRun, "steps">): StepRun[] {
  return steps.filter(({ outcome }) => outcome === "failure" || outcome === "cancelled");
}

/** The verdict that decides what to do next, among those of all failed steps. */
export function decidingVerdict({ jobs }: Run): Failure | undefined {
  const verdicts = jobs.filter(endedBadly).flatMap((job) => failedSteps(job).map(({ verdict }) => verdict));
  return VERDICTS.find((verdict): verdict is Failure => !isSuccess(verdict) && verdicts.includes(verdict));
}

function resultOf(given: unknown): JobResult {
  return RESULTS.find((result) => result === given) ?? "unknown";
}

function readObject(input: string, given: string | undefined): Readonly<Record<string, unknown>> {
  if (given === undefined) return {};
  try {
    const value: unknown = JSON.parse(given);
    if (isObject(value)) return value;
  } catch {
    // Reported below.
  }
  throw invalid(`${input} is not a JSON object`, { remedy: `Give it as \${{ toJSON(${input}) }}.` });
}

function valuesOf(object: Readonly<Record<string, unknown>>): Values {
  const texts = Object.entries(object).filter(([, value]) => ["string", "boolean", "number"].includes(typeof value));
  // No prototype: a name such as constructor must be as missing as any other.
  return Object.assign(Object.create(null) as object, Object.fromEntries(texts.map(([k, v]) => [k, String(v)])));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
