import type { Action, InputFacts } from "@release-actions/action";
import { variableOf } from "@release-actions/hosts";
import { inputsOf } from "@release-actions/action/runtime";
import { ACTIONS } from "./actions.generated.ts";

const WIDTH = 100;

export async function overview(): Promise<string> {
  return `release-actions: release automation for GitHub Actions, GitLab CI and a terminal

Usage:
  release-actions <action> [--input value …]   run an action
  release-actions <action> --help              its inputs and outputs
  release-actions list [--json]                all actions

Options of every action:
  --json           print one JSON document
  --output <name>  print this output alone; outputs that are JSON are shown by this and by --json only

Actions:
${await listActions(false)}
Exit codes:
  0  passed, done or unchanged      what was requested holds
  1  refused                        the check failed
  2  invalid                        bad input or configuration; nothing was tried
  3  undecided                      a service did not answer or the evidence is not enough
  4  unknown                        a write may or may not have happened; running again reconciles it
  130, 143  interrupted             the message says what exists and the next command
`;
}

/** The actions that users call; internal ones are not listed. */
async function publicActions(): Promise<Action[]> {
  const all = await Promise.all([...ACTIONS.values()].map(async (load) => (await load()).default));
  return all.filter(({ internal }) => internal !== true);
}

/** Their names, separated by commas. */
export async function actionNames(): Promise<string> {
  return (await publicActions()).map(({ name }) => name).join(", ");
}

export async function listActions(json: boolean): Promise<string> {
  const actions = await publicActions();
  if (json)
    return `${JSON.stringify(
      actions.map(({ name, description }) => ({ name, description })),
      undefined,
      2,
    )}\n`;
  const width = Math.max(...actions.map(({ name }) => name.length));
  return actions
    .map(({ name, description }) => `  ${name.padEnd(width)}  ${wrapped(description, width + 4)}\n`)
    .join("");
}

export function actionHelp(action: Action): string {
  const inputs = [...inputsOf(action)].map(([name, facts]) => inputHelp(name, facts)).join("");
  const outputs = Object.entries(action.outputs).map(([name, { facts }]) => [name, facts.description] as const);
  const rows = [...outputs, ["verdict", VERDICT_DESCRIPTION] as const];
  const width = Math.max(...rows.map(([name]) => name.length));
  return `${wrapped(action.description, 0)}

Usage:
  release-actions ${action.name} [--input value …]

Inputs:
${inputs}
Outputs:
${rows.map(([name, description]) => `  ${name.padEnd(width)}  ${wrapped(description, width + 4)}\n`).join("")}`;
}

export const VERDICT_DESCRIPTION =
  "How it ended: passed, done, unchanged, refused, invalid, undecided, unknown or interrupted.";

function inputHelp(name: string, facts: InputFacts): string {
  const value = facts.kind === "flag" ? "" : ` <${facts.choices?.join("|") ?? facts.kind}>`;
  const notes = [
    facts.required ? "Required." : "",
    facts.default !== undefined && facts.default !== "" ? `Default: ${facts.default}.` : "",
    facts.example !== undefined ? `Example: ${facts.example}.` : "",
    facts.secret ? `A secret: set the variable ${variableOf(name)}.` : "",
  ].filter((note) => note !== "");
  const flag = facts.secret ? variableOf(name) : `--${name}${value}`;
  return `  ${flag}\n      ${wrapped([facts.description, ...notes].join(" "), 6)}\n`;
}

/** Breaks a text at white space; lines after the first are indented. */
function wrapped(text: string, indent: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + word.length + 1 > WIDTH - indent) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}
