/** Whether a push of a tag or branch starts a workflow. */
import { literalText, WorkflowProblem, type TemplateToken } from "./parser.ts";
import type { Workflow } from "./read.ts";

export function pushesTag(workflow: Workflow, event: string, ref: string): boolean {
  const { isMapping, isSequence } = workflow.engine.parser;
  const { on } = workflow;
  if (isSequence(on)) return [...on].some((item) => literalText(workflow.engine, item) === event);
  if (!isMapping(on)) return literalText(workflow.engine, on) === event;
  const trigger = [...on].find((pair) => pair.key.toString() === event)?.value;
  if (trigger === undefined) return false;
  if (!isMapping(trigger) || event === "workflow_dispatch") return true;
  const filters = new Map([...trigger].map((pair) => [pair.key.toString(), pair.value]));
  const isTag = ref.startsWith("refs/tags/");
  const patterns = filters.get(isTag ? "tags" : "branches");
  const name = ref.replace(/^refs\/(?:tags|heads)\//, "");
  for (const key of filters.keys()) {
    if (key !== "tags" && key !== "branches") {
      throw new WorkflowProblem(
        `${workflow.file}:${filters.get(key)?.line ?? 1}`,
        `on.${event}.${key} is not supported`,
      );
    }
  }
  if (patterns === undefined) return filters.size === 0;
  return matchesAny(workflow, patterns, name);
}

/** The last pattern that fits decides; one with `!` takes the name out again. */
function matchesAny(workflow: Workflow, patterns: TemplateToken, name: string): boolean {
  const list = workflow.engine.parser.isSequence(patterns) ? [...patterns] : [patterns];
  let matched = false;
  for (const token of list) {
    const text = literalText(workflow.engine, token);
    const negative = text.startsWith("!");
    if (globExpression(workflow, negative ? text.slice(1) : text, token).test(name)) matched = !negative;
  }
  return matched;
}

function globExpression(workflow: Workflow, pattern: string, token: TemplateToken): RegExp {
  if (/[?+[\]]/.test(pattern)) {
    throw new WorkflowProblem(
      `${workflow.file}:${token.line ?? 1}`,
      `the pattern ${pattern} is not supported by this runner`,
    );
  }
  const source = pattern
    .split("**")
    .map((part) =>
      part
        .split("*")
        .map((text) => text.replace(/[.\\^$(){}|]/g, "\\$&"))
        .join("[^/]*"),
    )
    .join(".*");
  return new RegExp(`^${source}$`);
}
