/** Evaluates tokens and conditions with GitHub's expression engine. */
import { literalText, WorkflowProblem, type BasicExpressionToken, type Engine, type TemplateToken } from "./parser.ts";

/** The contexts an expression sees: plain data, by name. */
export type Contexts = Readonly<Record<string, unknown>>;

export interface Status {
  /** What success(), failure() and cancelled() answer; always() is true. */
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

export interface Scope {
  readonly file: string;
  readonly engine: Engine;
  readonly contexts: Contexts;
  readonly status?: Status;
}

const NAMES = "github env vars job jobs steps runner secrets strategy matrix needs inputs".split(" ");
const STATUS_CALL = /\b(?:success|failure|always|cancelled)\s*\(/i;

/** The value of a token with all expressions in it: string, number, boolean, null, array or object. */
export function evaluate(token: TemplateToken, scope: Scope): unknown {
  const { isMapping, isSequence, isBasicExpression, isString, isNumber, isBoolean } = scope.engine.parser;
  if (isBasicExpression(token)) return expression(sourceOf(token, scope), scope, token.line);
  if (isString(token) || isNumber(token) || isBoolean(token)) return token.value;
  if (isSequence(token)) return [...token].map((item) => evaluate(item, scope));
  if (isMapping(token)) {
    return Object.fromEntries(
      [...token].map((pair) => [String(evaluate(pair.key, scope)), evaluate(pair.value, scope)]),
    );
  }
  return null;
}

/** As a string, in the way the runner turns values into text. */
export function evaluateText(token: TemplateToken | undefined, scope: Scope): string {
  return token === undefined ? "" : asText(evaluate(token, scope));
}

/** A mapping of strings, such as `env` or `with`. */
export function evaluateStrings(token: TemplateToken | undefined, scope: Scope): Record<string, string> {
  if (token === undefined) return {};
  const value = evaluate(token, scope);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new WorkflowProblem(`${scope.file}:${token.line ?? 1}`, "a mapping is expected");
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asText(item)]));
}

export function evaluateFlag(token: TemplateToken | undefined, scope: Scope): boolean {
  return token !== undefined && truthy(evaluate(token, scope));
}

/** An `if`: without a status function in it, success() is evaluated first. */
export function evaluateCondition(token: TemplateToken | undefined, scope: Scope & { status: Status }): boolean {
  const { isBasicExpression } = scope.engine.parser;
  if (token === undefined) return scope.status.success;
  const source = isBasicExpression(token) ? sourceOf(token, scope) : literalText(scope.engine, token);
  if (!STATUS_CALL.test(withoutStrings(source)) && !scope.status.success) return false;
  return truthy(expression(source, scope, token.line));
}

export function asText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? "Array" : "Object";
}

/** The parser keeps the indentation of a block scalar around an expression, which GitHub does not. */
function sourceOf(token: BasicExpressionToken, scope: Scope): string {
  if (token.blockScalarHeader === undefined) return token.expression;
  throw new WorkflowProblem(
    `${scope.file}:${token.line ?? 1}`,
    "an expression in a block scalar: write it in one line, or plain",
  );
}

function expression(source: string, scope: Scope, line: number | undefined): unknown {
  const { Lexer, Parser, Evaluator, data } = scope.engine.expressions;
  const place = `${scope.file}:${line ?? 1}`;
  const status = scope.status;
  const answers: Record<string, () => boolean> = {
    success: () => status?.success ?? true,
    failure: () => status?.failure ?? false,
    cancelled: () => status?.cancelled ?? false,
    always: () => true,
  };
  const functions = Object.entries(answers).map(([name, answer]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(answer()),
  }));
  const contexts = Object.fromEntries(NAMES.map((name) => [name, scope.contexts[name] ?? {}]));
  try {
    const dictionary = JSON.parse(JSON.stringify(contexts), data.reviver) as InstanceType<typeof data.Dictionary>;
    const parsed = new Parser(new Lexer(source).lex().tokens, NAMES, functions).parse();
    const value = new Evaluator(parsed, dictionary, new Map(functions.map((item) => [item.name, item]))).evaluate();
    return JSON.parse(JSON.stringify(value, data.replacer) ?? "null");
  } catch (error) {
    throw new WorkflowProblem(place, `\${{ ${source} }}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function truthy(value: unknown): boolean {
  return (
    value !== null && value !== undefined && value !== false && value !== 0 && value !== "" && !Number.isNaN(value)
  );
}

function withoutStrings(source: string): string {
  return source.replace(/'(?:[^']|'')*'/g, "''");
}
