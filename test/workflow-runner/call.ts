/** The contract between a caller and a reusable workflow: inputs, secrets, permissions. */
import { evaluate, evaluateStrings, type Scope } from "./expressions.ts";
import { literalText, WorkflowProblem, type Engine, type TemplateToken } from "./parser.ts";
import type { Job, Workflow } from "./read.ts";

export interface CallInterface {
  readonly inputs: Readonly<Record<string, { type: string; required: boolean; default: TemplateToken | undefined }>>;
  readonly secrets: Readonly<Record<string, { required: boolean }>>;
  readonly outputs: Readonly<Record<string, TemplateToken>>;
}

/** What `on.workflow_call` declares, or `on.workflow_dispatch`; undefined when the workflow cannot be started that way. */
export function callInterface(
  workflow: Workflow,
  trigger: "workflow_call" | "workflow_dispatch" = "workflow_call",
): CallInterface | undefined {
  const { engine } = workflow;
  const { isMapping } = engine.parser;
  if (!isMapping(workflow.on)) return undefined;
  const call = [...workflow.on].find((pair) => pair.key.toString() === trigger);
  if (call === undefined) return undefined;
  const part = (name: string) => entries(engine, child(engine, call.value, name));
  return {
    inputs: Object.fromEntries(
      part("inputs").map(([name, token]) => {
        const declared = child(engine, token, "type");
        const type = declared === undefined ? "string" : literalText(engine, declared);
        const required = literalText(engine, child(engine, token, "required")) === "true";
        return [name, { type, required, default: child(engine, token, "default") }];
      }),
    ),
    secrets: Object.fromEntries(
      part("secrets").map(([name, token]) => [
        name,
        { required: literalText(engine, child(engine, token, "required")) === "true" },
      ]),
    ),
    outputs: Object.fromEntries(
      part("outputs").flatMap(([name, token]) => {
        const value = child(engine, token, "value");
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
  };
}

/** Checks what a caller gives and fills in the defaults; all problems at once. */
export function callValues(
  workflow: Workflow,
  given: { inputs: Readonly<Record<string, unknown>>; secrets: Readonly<Record<string, string>> },
  scope: Scope,
  place: string,
  trigger: "workflow_call" | "workflow_dispatch" = "workflow_call",
): { inputs: Record<string, unknown>; secrets: Record<string, string> } {
  const declared = callInterface(workflow, trigger);
  if (declared === undefined) throw new WorkflowProblem(place, `${workflow.file} has no ${trigger}`);
  const problems: string[] = [];
  for (const name of Object.keys(given.inputs))
    if (!(name in declared.inputs)) problems.push(`there is no input ${name}`);
  for (const name of Object.keys(given.secrets)) {
    // A workflow that is started manually sees all secrets of its repository.
    if (trigger === "workflow_call" && !(name in declared.secrets) && name !== "GITHUB_TOKEN")
      problems.push(`there is no secret ${name}`);
  }
  for (const [name, { required }] of Object.entries(declared.secrets)) {
    if (required && (given.secrets[name] ?? "") === "") problems.push(`the secret ${name} is missing`);
  }
  const inputs: Record<string, unknown> = {};
  for (const [name, input] of Object.entries(declared.inputs)) {
    const value = given.inputs[name];
    if (value === undefined && input.required) problems.push(`the input ${name} is missing`);
    if (value !== undefined && typeof value !== input.type) {
      problems.push(`the input ${name} must be a ${input.type}, it is ${JSON.stringify(value)}`);
    }
    inputs[name] = value ?? (input.default === undefined ? EMPTY[input.type] : evaluate(input.default, scope));
  }
  if (problems.length > 0) throw new WorkflowProblem(place, problems.join("; "));
  return { inputs, secrets: { ...given.secrets } };
}

/** GitHub refuses a run whose reusable workflow asks for more than the calling job may give. */
export function checkPermissions(caller: Workflow, job: Job, callee: Workflow): void {
  const scope = { file: caller.file, engine: caller.engine, contexts: {} };
  const granted = job.permissions ?? caller.permissions;
  if (granted === undefined) return;
  const may = levels(evaluate(granted, scope));
  for (const inner of callee.jobs) {
    const asked = inner.permissions ?? callee.permissions;
    if (asked === undefined) continue;
    for (const [name, level] of Object.entries(evaluateStrings(asked, { ...scope, file: callee.file }))) {
      if ((LEVELS[level] ?? 0) > (may(name) ?? 0)) {
        throw new WorkflowProblem(
          `${caller.file}:${job.line}`,
          `${callee.file} job ${inner.id} asks for ${name}: ${level}, which job ${job.id} does not grant`,
        );
      }
    }
  }
}

const EMPTY: Readonly<Record<string, unknown>> = { string: "", boolean: false, number: 0 };
const LEVELS: Readonly<Record<string, number>> = { none: 0, read: 1, write: 2 };

function levels(granted: unknown): (name: string) => number | undefined {
  if (granted === "write-all") return () => 2;
  if (granted === "read-all") return () => 1;
  return (name) => LEVELS[(granted as Record<string, string | undefined>)[name] ?? "none"];
}

function child(engine: Engine, token: TemplateToken, name: string): TemplateToken | undefined {
  return entries(engine, token).find(([key]) => key === name)?.[1];
}

function entries(engine: Engine, token: TemplateToken | undefined): [string, TemplateToken][] {
  if (token === undefined || !engine.parser.isMapping(token)) return [];
  return [...token].map((pair) => [pair.key.toString(), pair.value]);
}
