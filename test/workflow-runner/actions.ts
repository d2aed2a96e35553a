/** The action.yml of an action that a step uses: its inputs, their defaults and the script to run. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import type { Engine } from "./parser.ts";
import { loadEngine } from "./parser.ts";

export interface NodeAction {
  /** Path of the script that the runner starts with node. */
  readonly main: string;
  readonly inputs: ReadonlyMap<string, { readonly required: boolean; readonly default: string | undefined }>;
}

interface ActionFile {
  readonly inputs?: Record<string, { required?: boolean; default?: string | number | boolean | null } | null>;
  readonly runs?: { using?: string; main?: string; pre?: string; post?: string };
}

export async function readAction(directory: string): Promise<NodeAction> {
  const file = await actionFile(directory);
  const action = parse(await readFile(file, "utf8")) as ActionFile;
  const { using, main, pre, post } = action.runs ?? {};
  if (using !== "node20" && using !== "node24")
    throw new Error(`${file}: runs.using ${String(using)} is not supported`);
  if (main === undefined || pre !== undefined || post !== undefined) {
    throw new Error(`${file}: only an action with main, without pre and post, is supported`);
  }
  const inputs = Object.entries(action.inputs ?? {}).map(([name, input]) => {
    const fallback = input?.default;
    return [
      name,
      {
        required: input?.required ?? false,
        default: fallback === undefined || fallback === null ? undefined : String(fallback),
      },
    ];
  });
  return { main: join(directory, main), inputs: new Map(inputs as [string, { required: boolean; default: string }][]) };
}

async function actionFile(directory: string): Promise<string> {
  for (const name of ["action.yml", "action.yaml"]) {
    const file = join(directory, name);
    if (
      await readFile(file).then(
        () => true,
        () => false,
      )
    )
      return file;
  }
  throw new Error(`${directory} has no action.yml`);
}

/** Fills in the defaults, whose expressions see the github context; all problems at once. */
export async function actionInputs(
  action: NodeAction,
  given: Readonly<Record<string, string>>,
  github: Readonly<Record<string, unknown>>,
): Promise<Record<string, string>> {
  const engine = await loadEngine();
  const problems: string[] = [];
  const values: Record<string, string> = {};
  for (const name of Object.keys(given)) {
    if (!action.inputs.has(name)) problems.push(`the action has no input \`${name}\``);
  }
  for (const [name, input] of action.inputs) {
    const value = given[name] ?? defaultOf(input.default ?? "", github, engine);
    if (input.required && value === "") problems.push(`the required input \`${name}\` is missing`);
    values[name] = value;
  }
  if (problems.length > 0) throw new Error(problems.join("; "));
  return values;
}

/** The runner's names for inputs in the environment: upper case, spaces as `_`, everything else kept. */
export function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
  );
}

function defaultOf(text: string, github: Readonly<Record<string, unknown>>, engine: Engine): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, source: string) => {
    const { Lexer, Parser, Evaluator, data } = engine.expressions;
    const contexts = JSON.parse(JSON.stringify({ github }), data.reviver) as InstanceType<typeof data.Dictionary>;
    const parsed = new Parser(new Lexer(source).lex().tokens, ["github"], []).parse();
    return new Evaluator(parsed, contexts).evaluate().coerceString();
  });
}
