import { camelCase, type Action, type InputFacts, type Problem } from "../index.ts";

/** The facts of every input of an action, by its name. */
export function inputsOf(action: Action): ReadonlyMap<string, InputFacts> {
  return new Map(Object.entries(action.inputs).map(([name, { facts }]) => [name, facts]));
}

/** Reads all inputs; all problems at once, each naming the input. Keys of the result are in camel case. */
export function readInputs(
  action: Action,
  given: ReadonlyMap<string, string>,
): { values: Record<string, unknown>; problems: Problem[] } {
  const values: Record<string, unknown> = { dryRun: false };
  const problems: Problem[] = [];
  for (const [name, input] of Object.entries(action.inputs)) {
    try {
      values[camelCase(name)] = input.read(given.get(name));
    } catch (error) {
      problems.push(problemOf(name, (error as Error).message, input.facts));
    }
  }
  return { values, problems };
}

function problemOf(name: string, message: string, facts: InputFacts): Problem {
  // A secret's value must not be shown, not even a wrong one.
  const what = facts.secret ? message.replace(/; given: [^]*$/, "") : message;
  const example = facts.example === undefined ? "" : `, for example ${facts.example}`;
  const give = message.startsWith("is required") ? ` Give ${name}${example}.` : "";
  return { input: name, what: `input ${name} ${what}`, remedy: facts.description + give };
}
