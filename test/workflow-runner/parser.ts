/** GitHub's own workflow parser and expression engine, loaded so that plain Node and Jest can run them. */
import { readFile } from "node:fs/promises";
import { registerHooks } from "node:module";
import { basename } from "node:path";
import type * as Expressions from "@actions/expressions";
import type * as Parser from "@actions/workflow-parser";
import type { TemplateToken } from "@actions/workflow-parser/templates/tokens/template-token";
import type { BasicExpressionToken, MappingToken } from "@actions/workflow-parser/templates/tokens/index";

export type { BasicExpressionToken, MappingToken, TemplateToken };

export interface Engine {
  readonly parser: typeof Parser;
  readonly expressions: typeof Expressions;
}

/** A literal as it is written; empty for anything else. */
export function literalText(engine: Engine, token: TemplateToken | undefined): string {
  const { isString, isNumber, isBoolean } = engine.parser;
  if (token === undefined || !(isString(token) || isNumber(token) || isBoolean(token))) return "";
  return String(token.value);
}

/** What is wrong with a workflow file or unsupported by this runner, and where it is. */
export class WorkflowProblem extends Error {
  constructor(place: string, message: string) {
    super(`${place}: ${message}`);
    this.name = "WorkflowProblem";
  }
}

let loading: Promise<Engine> | undefined;

export function loadEngine(): Promise<Engine> {
  loading ??= load();
  return loading;
}

/** Parses and checks a workflow file against GitHub's schema; throws one error that lists all of its problems. */
export async function parseWorkflowFile(file: string): Promise<{ engine: Engine; root: MappingToken }> {
  const engine = await loadEngine();
  const { parser } = engine;
  const content = await readFile(file, "utf8");
  const parsed = parser.parseWorkflow({ name: basename(file), content }, new parser.NoOperationTraceWriter());
  const errors = parsed.context.errors.getErrors();
  if (errors.length > 0) throw new WorkflowProblem(file, errors.map((error) => error.message).join("\n  "));
  if (parsed.value === undefined || !parser.isMapping(parsed.value)) throw new WorkflowProblem(file, "not a workflow");
  return { engine, root: parsed.value };
}

/**
 * The parser imports its JSON schema without the attribute that Node asks for, so a hook adds it. Jest refuses such
 * hooks and needs none: its own loader takes the import as it is.
 */
async function load(): Promise<Engine> {
  const hooks = process.env.JEST_WORKER_ID === undefined ? addJsonAttribute() : undefined;
  try {
    const [parser, expressions] = await Promise.all([
      import("@actions/workflow-parser"),
      import("@actions/expressions"),
    ]);
    return { parser, expressions };
  } finally {
    hooks?.deregister();
  }
}

function addJsonAttribute() {
  return registerHooks({
    load(url, context, nextLoad) {
      if (!url.endsWith(".json")) return nextLoad(url, context);
      return nextLoad(url, { ...context, importAttributes: { ...context.importAttributes, type: "json" } });
    },
  });
}
