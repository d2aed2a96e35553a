import type { Problem } from "@release-actions/action";

/** What the templates of branch, commit message, title and description may name. */
export const VARIABLES = [
  "date",
  "ref",
  "short-ref",
  "old-ref",
  "short-old-ref",
  "jira-key",
  "including",
  "targets",
  "file",
  "image",
  "compare-url",
  "changelog",
  "checklist",
] as const;

export type Variable = (typeof VARIABLES)[number];
/** `undefined`: this run has none, so that a template that names it cannot be filled in. */
export type Values = Readonly<Record<Variable, string | undefined>>;

/** What stands before anything was read: a branch's name must be the same whatever the file holds by now. */
export const BRANCH_VARIABLES: readonly Variable[] = ["date", "ref", "short-ref", "jira-key"];
/** What fits on a line. */
export const LINE_VARIABLES: readonly Variable[] = VARIABLES.filter(
  (name) => name !== "changelog" && name !== "checklist",
);

/** `{{` and `}}` stand for the braces themselves. */
const PLACEHOLDER = /\{\{|\}\}|\{([A-Za-z][A-Za-z0-9_-]{0,40})\}/g;

/** The variables that a template names, known or not. */
function named(template: string): string[] {
  return [...template.matchAll(PLACEHOLDER)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

export function templateProblems(input: string, template: string, allowed: readonly Variable[]): Problem[] {
  const unknown = new Set(named(template).filter((name) => !(allowed as readonly string[]).includes(name)));
  const remedy = `It knows ${allowed.map((name) => `{${name}}`).join(", ")}; a brace itself is written twice.`;
  return [...unknown].map((name) => ({ input, what: `${input} names {${name}}, which is unknown there`, remedy }));
}

/** Fills in once: what a value holds is never looked at again. A variable without a value is added to `problems`. */
export function fillIn(input: string, template: string, values: Values, problems: Problem[]): string {
  return template.replace(PLACEHOLDER, (whole, name: Variable | undefined) => {
    if (name === undefined) return whole.slice(1);
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined) return value;
    problems.push({
      input,
      what: `${input} names {${name}}, and this run has none`,
      remedy: (Object.hasOwn(REMEDIES, name) && REMEDIES[name]) || `Take {${name}} out of ${input}.`,
    });
    return "";
  });
}

const REMEDIES: Partial<Record<Variable, string>> = {
  "jira-key": "Give jira-key.",
  image: "Give image.",
  "compare-url": "Give source as an https address of GitHub or GitLab, or take it out of the template.",
  changelog: "Give source, or take it out of the template.",
};
