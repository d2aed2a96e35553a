import { quote, type InputFacts, type Problem } from "@release-actions/action";
import type { GivenInputs } from "@release-actions/action/runtime";
import type { Environment } from "./environment.ts";

const PREFIX = "RELEASE_ACTIONS_";

/**
 * Inputs from flags, then from RELEASE_ACTIONS_* variables, then from the host's own variable for them. A secret
 * is taken from variables only: the arguments of a process can be read by every user of the machine.
 */
export function readFlags(
  argv: readonly string[],
  env: Environment,
  inputs: ReadonlyMap<string, InputFacts>,
  hostVariable?: (facts: InputFacts) => string | undefined,
): GivenInputs {
  const values = new Map<string, string>();
  const problems: Problem[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const [, name, attached] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(argv[index]!) ?? [];
    const facts = name === undefined ? undefined : inputs.get(name);
    if (name === undefined) {
      problems.push({
        what: `${quote(nameOf(argv[index]!))} is not expected here`,
        remedy: "Inputs are given as --name value; see --help.",
      });
    } else if (facts === undefined) {
      problems.push({
        input: nameOf(name),
        what: `there is no input --${nameOf(name)}`,
        remedy: `${suggestion(name, inputs)}See --help for all inputs.`,
      });
      if (attached === undefined && isValue(argv[index + 1])) index += 1;
    } else {
      let value = attached;
      if (value === undefined && facts.kind === "flag" && !isFlagWord(argv[index + 1])) value = "true";
      else if (value === undefined) value = argv[++index];
      if (value === undefined)
        problems.push({ input: name, what: `--${name} has no value`, remedy: `Give it as --${name} value.` });
      else if (facts.secret) {
        problems.push({
          input: name,
          what: `--${name} is a secret and is not taken from the command line`,
          remedy: `Other users can see it there. Set the variable ${variableOf(name)} instead.`,
        });
      } else {
        const before = values.get(name);
        if (before !== undefined && facts.kind !== "list" && before !== value.trim())
          problems.push({
            input: name,
            what: `--${name} is given twice, with different values`,
            remedy: "Give it once.",
          });
        values.set(name, join(before, value.trim(), facts));
      }
    }
  }
  for (const [name, facts] of inputs) {
    // A component sets the variable of every input, to nothing where the user gave nothing.
    const fallback = [env[variableOf(name)], hostVariable?.(facts)].find(
      (value) => value !== undefined && value.trim() !== "",
    );
    if (!values.has(name) && fallback !== undefined) values.set(name, fallback.trim());
  }
  problems.push(...misspeltVariables(env, inputs));
  for (const [name, value] of values) if (value === "") values.delete(name);
  return { values, problems };
}

/** The variable that gives an input: `RELEASE_ACTIONS_DRY_RUN` for `dry-run`. */
export function variableOf(name: string): string {
  return PREFIX + name.toUpperCase().replaceAll("-", "_");
}

/** What is before a value that was written in a way that is not known: it may be a secret. */
function nameOf(argument: string): string {
  return argument.slice(0, /[=:\s]/.exec(argument)?.index);
}

/** A list given several times grows. */
function join(before: string | undefined, value: string, facts: InputFacts): string {
  return before !== undefined && facts.kind === "list" ? `${before}\n${value}` : value;
}

function isValue(argument: string | undefined): boolean {
  return argument !== undefined && !argument.startsWith("--");
}

function isFlagWord(argument: string | undefined): boolean {
  return argument !== undefined && /^(true|false)$/i.test(argument);
}

function misspeltVariables(env: Environment, inputs: ReadonlyMap<string, InputFacts>): Problem[] {
  const known = new Map([...inputs.keys()].map((name) => [variableOf(name).replaceAll("_", ""), variableOf(name)]));
  return Object.keys(env).flatMap((variable) => {
    const meant = variable.startsWith(PREFIX) ? known.get(variable.replaceAll("_", "")) : undefined;
    return meant === undefined || meant === variable
      ? []
      : [{ what: `the variable ${variable} is misspelt`, remedy: `Write ${meant}.` }];
  });
}

function suggestion(name: string, inputs: ReadonlyMap<string, InputFacts>): string {
  const plain = (text: string) => text.replaceAll(/[-_]/g, "").toLowerCase();
  const near = [...inputs.keys()].find(
    (known) => plain(known) === plain(name) || known.startsWith(name) || (name.length > 3 && name.startsWith(known)),
  );
  return near === undefined ? "" : `Did you mean --${near}? `;
}
