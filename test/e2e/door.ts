/** Opens an action's door as the runner does: its action.yml, INPUT_* and the GITHUB_* files, in its own process. */
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import {
  executedCommands,
  parseFileCommands,
  parsePathFile,
  summaryKept,
  type Command,
} from "../runner-emulator/index.ts";
import { run } from "./command.ts";
import { CANARY, PATH } from "./environment.ts";

export interface Door {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly required?: boolean; readonly default?: string }>
  >;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export interface Opened {
  readonly code: number | undefined;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What the runner executes of what was printed. */
  readonly commands: readonly Command[];
  /** What was printed, without the lines that hide a secret. */
  readonly log: string;
  /** Everything that GITHUB_ENV, GITHUB_PATH and GITHUB_STATE hold; nothing, if all is well. */
  readonly leaked: readonly string[];
}

export async function readDoor(tree: string, action: string): Promise<Door> {
  return parse(await readFile(join(tree, action, "action.yml"), "utf8")) as Door;
}

export interface Call {
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Besides what the runner always gives. */
  readonly env?: Readonly<Record<string, string>>;
}

/** `tree` is release-actions as it is released. The job's token is the canary. */
export async function open(tree: string, action: string, { workspace, inputs = {}, env = {} }: Call): Promise<Opened> {
  const door = await readDoor(tree, action);
  const directory = await mkdtemp(join(tree, "..", "door-"));
  const names = ["OUTPUT", "ENV", "PATH", "STATE", "STEP_SUMMARY"] as const;
  const files = Object.fromEntries(names.map((name) => [`GITHUB_${name}`, join(directory, name)]));
  await Promise.all([mkdir(join(directory, "temp")), ...Object.values(files).map((file) => writeFile(file, ""))]);
  const environment = {
    PATH,
    HOME: directory,
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: join(directory, "temp"),
    ...inputVariables(door, inputs),
    ...files,
    ...env,
  };
  const main = resolve(tree, action, door.runs.main);
  const { code, output } = await run(process.execPath, [main], { cwd: workspace, env: environment, timeout: 20_000 });
  const text = async (name: (typeof names)[number]) => await readFile(files[`GITHUB_${name}`]!, "utf8");
  return {
    code,
    outputs: parseFileCommands(await text("OUTPUT")),
    summary: summaryKept(await text("STEP_SUMMARY")),
    commands: executedCommands(output),
    log: output
      .split("\n")
      .filter((line) => !line.startsWith("::add-mask::"))
      .join("\n"),
    leaked: [
      ...Object.keys(parseFileCommands(await text("ENV"))),
      ...parsePathFile(await text("PATH")),
      ...Object.keys(parseFileCommands(await text("STATE"))),
    ],
  };
}

/** Every declared input, empty where it is neither given nor has a default; undeclared ones only where they are given. */
function inputVariables(door: Door, given: Readonly<Record<string, string>>): Record<string, string> {
  const defaults = Object.entries(door.inputs).map(
    ([name, { default: value = "" }]) => [name, value.replace("${{ github.token }}", CANARY)] as const,
  );
  const all = Object.entries({ ...Object.fromEntries(defaults), ...given });
  return Object.fromEntries(all.map(([name, value]) => [`INPUT_${name.toUpperCase().replaceAll(" ", "_")}`, value]));
}
