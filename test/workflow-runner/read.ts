/** From GitHub's token tree to jobs and steps. A key that this runner does not support is an error, never ignored. */
import { WorkflowProblem, type Engine, type MappingToken, type TemplateToken } from "./parser.ts";

export interface Workflow {
  readonly file: string;
  readonly engine: Engine;
  readonly name: string;
  readonly on: TemplateToken;
  readonly permissions: TemplateToken | undefined;
  readonly env: TemplateToken | undefined;
  readonly shell: string | undefined;
  readonly jobs: readonly Job[];
}

export interface Job {
  readonly id: string;
  readonly line: number;
  readonly name: TemplateToken | undefined;
  readonly needs: readonly string[];
  readonly condition: TemplateToken | undefined;
  readonly permissions: TemplateToken | undefined;
  readonly env: TemplateToken | undefined;
  readonly outputs: TemplateToken | undefined;
  readonly shell: string | undefined;
  readonly matrix: TemplateToken | undefined;
  readonly failFast: TemplateToken | undefined;
  readonly timeout: TemplateToken | undefined;
  readonly continueOnError: TemplateToken | undefined;
  /** Evaluated, so that a mistake in it shows, though nothing is limited or deployed here. */
  readonly evaluated: readonly TemplateToken[];
  readonly steps: readonly Step[];
  readonly uses: string | undefined;
  readonly with: TemplateToken | undefined;
  readonly secrets: TemplateToken | undefined;
}

export interface Step {
  readonly id: string;
  readonly line: number;
  readonly name: TemplateToken | undefined;
  readonly condition: TemplateToken | undefined;
  readonly env: TemplateToken | undefined;
  readonly run: string | undefined;
  readonly shell: string | undefined;
  readonly directory: TemplateToken | undefined;
  readonly uses: string | undefined;
  readonly with: TemplateToken | undefined;
  readonly timeout: TemplateToken | undefined;
  readonly continueOnError: TemplateToken | undefined;
}

const ROOT = "name run-name on permissions env defaults concurrency jobs".split(" ");
const JOB = (
  "name needs if permissions runs-on environment concurrency outputs env defaults strategy steps timeout-minutes " +
  "continue-on-error uses with secrets"
).split(" ");
const STEP = "id name if env run shell working-directory uses with timeout-minutes continue-on-error".split(" ");

export function readWorkflow(file: string, engine: Engine, root: MappingToken): Workflow {
  const at = reader(file, engine);
  const keys = at.keys(root, ROOT, "a workflow");
  const jobs = at.mapping(keys.jobs, "jobs").map(([id, token, line]) => readJob(at, id, token, line));
  for (const job of jobs) {
    for (const needed of job.needs) {
      if (!jobs.some((other) => other.id === needed)) {
        throw new WorkflowProblem(`${file}:${job.line}`, `job ${job.id} needs ${needed}, which does not exist`);
      }
    }
  }
  return {
    file,
    engine,
    name: keys.name === undefined ? file : at.text(keys.name),
    on: keys.on ?? root,
    permissions: keys.permissions,
    env: keys.env,
    shell: at.shell(keys.defaults),
    jobs,
  };
}

type Reader = ReturnType<typeof reader>;
type Keys = Readonly<Record<string, TemplateToken | undefined>>;

function reader(file: string, engine: Engine) {
  const { isMapping, isSequence, isScalar, isLiteral } = engine.parser;
  const problem = (where: TemplateToken | number | undefined, message: string) =>
    new WorkflowProblem(`${file}:${(typeof where === "number" ? where : where?.line) ?? 1}`, message);

  function mapping(token: TemplateToken | undefined, what: string): [string, TemplateToken, number][] {
    if (token === undefined || !isMapping(token)) throw problem(token, `${what} must be a mapping written out`);
    return [...token].map((pair) => [pair.key.toString(), pair.value, pair.key.line ?? 1]);
  }
  function keys(token: TemplateToken | undefined, known: readonly string[], what: string): Keys {
    const found: Record<string, TemplateToken> = {};
    for (const [key, value, line] of mapping(token, what)) {
      if (!known.includes(key)) throw problem(line, `\`${key}\` of ${what} is not supported by this runner`);
      found[key] = value;
    }
    return found;
  }
  function text(token: TemplateToken): string {
    if (!isScalar(token) || !isLiteral(token)) throw problem(token, "an expression is not supported here");
    return token.toString();
  }
  function list(token: TemplateToken | undefined): string[] {
    if (token === undefined) return [];
    return isSequence(token) ? [...token].map(text) : [text(token)];
  }
  function shell(defaults: TemplateToken | undefined): string | undefined {
    if (defaults === undefined) return undefined;
    const run = keys(keys(defaults, ["run"], "defaults").run, ["shell"], "defaults.run");
    return run.shell === undefined ? undefined : text(run.shell);
  }
  return { file, engine, problem, mapping, keys, text, list, shell };
}

function readJob(at: Reader, id: string, token: TemplateToken, line: number): Job {
  const keys = at.keys(token, JOB, `job ${id}`);
  const strategy = keys.strategy && at.keys(keys.strategy, ["matrix", "fail-fast", "max-parallel"], "strategy");
  const { isSequence } = at.engine.parser;
  const steps = keys.steps !== undefined && isSequence(keys.steps) ? [...keys.steps] : [];
  return {
    id,
    line,
    name: keys.name,
    needs: at.list(keys.needs),
    condition: keys.if,
    permissions: keys.permissions,
    env: keys.env,
    outputs: keys.outputs,
    shell: at.shell(keys.defaults),
    matrix: strategy?.matrix,
    failFast: strategy?.["fail-fast"],
    timeout: keys["timeout-minutes"],
    continueOnError: keys["continue-on-error"],
    evaluated: [keys["runs-on"], keys.environment, keys.concurrency, strategy?.["max-parallel"]].filter(isPresent),
    steps: steps.map((step, index) => readStep(at, step, index)),
    uses: keys.uses && at.text(keys.uses),
    with: keys.with,
    secrets: keys.secrets,
  };
}

function readStep(at: Reader, token: TemplateToken, index: number): Step {
  const keys = at.keys(token, STEP, "a step");
  if (keys.run !== undefined && !at.engine.parser.isLiteral(keys.run)) {
    throw at.problem(keys.run, "an expression inside `run`: give the value through `env` instead");
  }
  return {
    id: keys.id === undefined ? `__${index + 1}` : at.text(keys.id),
    line: token.line ?? 1,
    name: keys.name,
    condition: keys.if,
    env: keys.env,
    run: keys.run && at.text(keys.run),
    shell: keys.shell && at.text(keys.shell),
    directory: keys["working-directory"],
    uses: keys.uses && at.text(keys.uses),
    with: keys.with,
    timeout: keys["timeout-minutes"],
    continueOnError: keys["continue-on-error"],
  };
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}
