import { camelCase, inputFacts, type Action, type InputFacts, type Problem } from "@release-actions/action-types";

/** The facts of every input of an action, by its name. */
export function inputsOf(action: Action): ReadonlyMap<string, InputFacts> {
  const shape = action.inputs.shape as Readonly<Record<string, Parameters<typeof inputFacts>[0]>>;
  return new Map(Object.entries(shape).map(([name, schema]) => [name, inputFacts(schema)]));
}

/** Reads all inputs; all problems at once, each naming the input. Keys of the result are in camel case. */
export function readInputs(action: Action, given: ReadonlyMap<string, string>): { values: Record<string, unknown>; problems: Problem[] } {
  const facts = inputsOf(action);
  const raw = Object.fromEntries([...facts.keys()].map((name) => [name, given.get(name)]));
  const parsed = action.inputs.safeParse(raw);
  if (parsed.success) {
    const values = Object.fromEntries(Object.entries(parsed.data).map(([name, value]) => [camelCase(name), value]));
    return { values: { dryRun: false, ...values }, problems: [] };
  }
  return { values: {}, problems: parsed.error.issues.map((issue) => problemOf(String(issue.path[0]), issue.message, facts)) };
}

function problemOf(name: string, message: string, facts: ReadonlyMap<string, InputFacts>): Problem {
  const known = facts.get(name);
  // A secret's value must not be shown, not even a wrong one.
  const what = known?.secret === true ? message.replace(/; given: .*$/s, "") : message;
  const example = known?.example === undefined ? "" : `, for example ${known.example}`;
  return { input: name, what: `input ${name} ${what}`, remedy: `${known?.description ?? "Check the input."}${message.startsWith("is required") ? ` Give ${name}${example}.` : ""}` };
}
