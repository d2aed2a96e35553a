import type { Action, InputFacts, OutputFacts } from "@release-actions/action";
import { readdir, readFile } from "node:fs/promises";
import { VERDICT_DESCRIPTION } from "../../cli/help.ts";
import { ROOT } from "../root.ts";

/** An action as the generators need it. */
export interface DescribedAction {
  readonly action: Action;
  readonly inputs: readonly (InputFacts & { readonly name: string })[];
  readonly outputs: readonly (OutputFacts & { readonly name: string })[];
}

/** Every action of the repository, by name. The folders in actions/ are the list. */
export async function describedActions(): Promise<DescribedAction[]> {
  const entries = await readdir(new URL("actions/", ROOT), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return await Promise.all(names.sort().map(describe));
}

async function describe(name: string): Promise<DescribedAction> {
  const { default: action } = (await import(new URL(`actions/${name}/action.ts`, ROOT).href)) as { default: Action };
  if (action.name !== name) throw new Error(`actions/${name}/action.ts calls itself ${action.name}`);
  return {
    action,
    inputs: Object.entries(action.inputs).map(([input, { facts }]) => ({ name: input, ...facts })),
    outputs: [
      ...Object.entries(action.outputs).map(([output, { facts }]) => ({ name: output, ...facts })),
      { name: "verdict", kind: "text" as const, description: VERDICT_DESCRIPTION },
    ],
  };
}

export async function packageVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL("package.json", ROOT), "utf8")) as { version: string };
  return version;
}
