/** The jobs of one workflow, in the order of their needs, one after the other. */
import { join } from "node:path";
import { createMasker } from "../runner-emulator/index.ts";
import { callInterface, callValues, checkPermissions } from "./call.ts";
import { emptyDirectory } from "./emulations.ts";
import { asText, evaluate, evaluateCondition, evaluateFlag, evaluateStrings, evaluateText } from "./expressions.ts";
import type { Scope, Status } from "./expressions.ts";
import { legName, matrixLegs, type Leg } from "./matrix.ts";
import { parseWorkflowFile, WorkflowProblem } from "./parser.ts";
import { readWorkflow, type Job, type Workflow } from "./read.ts";
import { runStep, skippedStep, type JobState } from "./steps.ts";
import type { Conclusion, JobResult, RunOptions, RunResult, StepResult } from "./types.ts";

/** One run of one workflow, the top one or a reusable one. */
export interface Run {
  readonly options: RunOptions;
  readonly workflow: Workflow;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly github: Readonly<Record<string, unknown>>;
  /** Shown before a job's id when the workflow is called by another. */
  readonly prefix: string;
  readonly resolveWorkflow: (uses: string, from: string) => string | undefined;
}

export async function openWorkflow(file: string): Promise<Workflow> {
  const { engine, root } = await parseWorkflowFile(file);
  return readWorkflow(file, engine, root);
}

export async function runJobs(run: Run): Promise<RunResult> {
  const results: Record<string, JobResult> = {};
  for (const job of inOrder(run.workflow)) {
    results[job.id] = await runJob(run, job, results);
  }
  const scope = scopeOf(run, {
    jobs: Object.fromEntries(Object.entries(results).map(([id, { result, outputs }]) => [id, { result, outputs }])),
  });
  const outputs = Object.entries(callInterface(run.workflow)?.outputs ?? {}).map(
    ([name, token]) => [name, evaluateText(token, scope)] as const,
  );
  const all = Object.values(results).map((result) => result.result);
  const result = all.includes("failure") ? "failure" : all.includes("cancelled") ? "cancelled" : "success";
  return { result, jobs: results, outputs: Object.fromEntries(outputs) };
}

async function runJob(run: Run, job: Job, results: Readonly<Record<string, JobResult>>): Promise<JobResult> {
  const { options } = run;
  const id = `${run.prefix}${job.id}`;
  const needs = Object.fromEntries(
    job.needs.map((need) => [need, { result: results[need]?.result, outputs: results[need]?.outputs }]),
  );
  const scope = { ...scopeOf(run, { needs }), status: jobStatus(run, job, results) };
  if (!evaluateCondition(job.condition, scope)) {
    options.onStep?.({ type: "job", job: id, name: job.id, state: "skipped" });
    return { result: "skipped", outputs: {}, steps: [] };
  }
  options.onStep?.({ type: "job", job: id, name: job.id, state: "started" });
  const result = job.uses === undefined ? await runLegs(run, job, id, needs) : await runCalled(run, job, id, scope);
  options.onStep?.({ type: "job", job: id, name: job.id, state: result.result });
  return result;
}

async function runLegs(run: Run, job: Job, id: string, needs: unknown): Promise<JobResult> {
  const scope = scopeOf(run, { needs });
  const legs = job.matrix === undefined ? [undefined] : legsOf(job, scope);
  const failFast = job.failFast === undefined || evaluateFlag(job.failFast, scope);
  const steps: StepResult[] = [];
  const outputs: Record<string, string> = {};
  let result: Conclusion = "success";
  for (const [index, leg] of legs.entries()) {
    if (result !== "success" && failFast) break;
    const strategy = {
      "fail-fast": failFast,
      "job-index": index,
      "job-total": legs.length,
      "max-parallel": legs.length,
    };
    const ended = await runLeg(
      run,
      job,
      `${id}${leg === undefined ? "" : ` ${legName(leg)}`}`,
      { needs, strategy },
      leg,
    );
    steps.push(...ended.steps);
    // An output that a leg leaves empty does not overwrite another leg's.
    for (const [name, value] of Object.entries(ended.outputs))
      if (value !== "" || !(name in outputs)) outputs[name] = value;
    if (ended.result !== "success") result = ended.result;
  }
  return { result, outputs, steps };
}

async function runLeg(run: Run, job: Job, id: string, contexts: object, leg: Leg | undefined): Promise<JobResult> {
  const { options, workflow } = run;
  const place = join(options.temporary, "jobs", id.replace(/[^A-Za-z0-9-]+/g, "_"));
  const directory = join(place, "workspace");
  await Promise.all([
    emptyDirectory(directory),
    emptyDirectory(join(place, "temp")),
    emptyDirectory(join(place, "home")),
  ]);
  const matrix = leg ?? {};
  const masker = createMasker([options.github.token, ...Object.values(run.secrets)]);
  const base = scopeOf(run, { ...contexts, matrix });
  for (const token of job.evaluated) evaluate(token, base);
  const github = { ...run.github, workspace: directory, job: job.id };
  const env: Record<string, string> = {
    ...runnerEnvironment(run, github, place),
    ...evaluateStrings(workflow.env, base),
    ...evaluateStrings(job.env, base),
  };
  const minutes = job.timeout === undefined ? 360 : Number(evaluateText(job.timeout, base));
  const state: JobState = {
    options,
    job: id,
    leg: leg === undefined ? undefined : legName(leg),
    directory,
    files: join(place, "temp", "_runner_file_commands"),
    store: join(options.temporary, "artifacts"),
    masker,
    shell: job.shell ?? workflow.shell,
    deadline: performance.now() + minutes * 60_000,
    env,
    path: [],
    counter: 0,
  };
  return runSteps(job, state, (steps, status) => {
    const ended = Object.fromEntries(
      steps.map(({ id, outputs, outcome, conclusion }) => [id, { outputs, outcome, conclusion }]),
    );
    return {
      ...base,
      status,
      contexts: {
        ...base.contexts,
        github,
        env: state.env,
        steps: ended,
        job: { status: status.success ? "success" : status.cancelled ? "cancelled" : "failure" },
        runner: { os: "Linux", arch: "X64", temp: join(place, "temp"), debug: "" },
      },
    };
  });
}

async function runSteps(
  job: Job,
  state: JobState,
  scopeAt: (steps: readonly StepResult[], status: Status) => Scope & { status: Status },
): Promise<JobResult> {
  const steps: StepResult[] = [];
  const { signal } = state.options;
  const status = (): Status => {
    const cancelled = signal?.aborted === true || performance.now() > state.deadline;
    const failure = steps.some((step) => step.conclusion === "failure");
    return { success: !failure && !cancelled, failure: failure && !cancelled, cancelled };
  };
  for (const step of job.steps) {
    const scope = scopeAt(steps, status());
    if (evaluateCondition(step.condition, scope)) steps.push(await runStep(step, scope, state));
    else steps.push(skippedStep(step, scope, state));
  }
  const { success, cancelled } = status();
  const result: Conclusion = success ? "success" : cancelled ? "cancelled" : "failure";
  const outputs = evaluateStrings(job.outputs, scopeAt(steps, status()));
  const forgiven = result === "failure" && evaluateFlag(job.continueOnError, scopeAt(steps, status()));
  return { result: forgiven ? "success" : result, outputs, steps };
}

async function runCalled(run: Run, job: Job, id: string, scope: Scope): Promise<JobResult> {
  const place = `${run.workflow.file}:${job.line}`;
  const file = run.resolveWorkflow(job.uses ?? "", run.workflow.file);
  if (file === undefined) throw new WorkflowProblem(place, `${job.uses ?? ""} is not a workflow that this run knows`);
  if (job.matrix !== undefined) throw new WorkflowProblem(place, "a matrix of reusable workflows is not supported");
  const callee = await openWorkflow(file);
  checkPermissions(run.workflow, job, callee);
  const inputs = job.with === undefined ? {} : (evaluate(job.with, scope) as Record<string, unknown>);
  const inherit = job.secrets !== undefined && run.workflow.engine.parser.isString(job.secrets);
  if (inherit)
    throw new WorkflowProblem(place, "`secrets: inherit` is not supported: name the secrets that are needed");
  const secrets = evaluateStrings(job.secrets, scope);
  const values = callValues(callee, { inputs, secrets }, scope, place);
  const called = await runJobs({ ...run, workflow: callee, ...values, prefix: `${id} / ` });
  return { result: called.result, outputs: called.outputs, steps: [], jobs: called.jobs };
}

function legsOf(job: Job, scope: Scope): Leg[] {
  try {
    return matrixLegs(job.matrix === undefined ? {} : evaluate(job.matrix, scope));
  } catch (error) {
    if (error instanceof WorkflowProblem) throw error;
    throw new WorkflowProblem(`${scope.file}:${job.line}`, error instanceof Error ? error.message : String(error));
  }
}

/** success() and failure() of a job look at all jobs that it needs, directly or through others. */
function jobStatus(run: Run, job: Job, results: Readonly<Record<string, JobResult>>): Status {
  const ancestors = new Set<string>();
  const visit = (id: string) => {
    if (ancestors.has(id)) return;
    ancestors.add(id);
    run.workflow.jobs.find((other) => other.id === id)?.needs.forEach(visit);
  };
  job.needs.forEach(visit);
  const ended = [...ancestors].map((id) => results[id]?.result);
  const cancelled = run.options.signal?.aborted === true;
  return {
    success: !cancelled && ended.every((result) => result === "success"),
    failure: !cancelled && ended.includes("failure"),
    cancelled,
  };
}

function inOrder(workflow: Workflow): Job[] {
  const ordered: Job[] = [];
  const waiting = [...workflow.jobs];
  while (waiting.length > 0) {
    const next = waiting.findIndex((job) => job.needs.every((need) => ordered.some((done) => done.id === need)));
    const [job] = waiting.splice(next, 1);
    if (next < 0 || job === undefined) throw new WorkflowProblem(workflow.file, "the jobs need each other in a circle");
    ordered.push(job);
  }
  return ordered;
}

function scopeOf(run: Run, contexts: Readonly<Record<string, unknown>>): Scope {
  const { options, workflow } = run;
  const secrets = { GITHUB_TOKEN: options.github.token, github_token: options.github.token, ...run.secrets };
  return {
    file: workflow.file,
    engine: workflow.engine,
    contexts: { github: run.github, inputs: run.inputs, vars: options.vars ?? {}, secrets, ...contexts },
  };
}

/** The variables that the runner sets for every step. */
function runnerEnvironment(run: Run, github: Readonly<Record<string, unknown>>, place: string): Record<string, string> {
  const named = Object.entries(github).filter(([name]) => name !== "token" && name !== "event" && name !== "job_url");
  return {
    PATH: process.env.PATH ?? "",
    HOME: join(place, "home"),
    LANG: "C.UTF-8",
    ...run.options.env,
    CI: "true",
    GITHUB_ACTIONS: "true",
    RUNNER_OS: "Linux",
    RUNNER_ARCH: "X64",
    RUNNER_TEMP: join(place, "temp"),
    ...Object.fromEntries(named.map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, asText(value)])),
  };
}
