/**
 * Stand-ins for our own actions and for the image builders: they record what they are given and end as the test asks.
 * Internal actions are part of the workflows, so they run as they are, from dist/.
 */
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { ROOT_PATH } from "../../tools/root.ts";

export interface Behaviour {
  readonly exit?: number;
  readonly outputs?: Readonly<Record<string, string>>;
}

export interface Stubs {
  /** For runWorkflow. */
  resolveAction(uses: string): { directory: string } | undefined;
  /** Comes first in PATH. */
  readonly bin: string;
  /** How its first, second, … call ends; the last one applies to all that follow. */
  behave(action: string, ...behaviours: readonly Behaviour[]): Promise<void>;
  /** The inputs of the action's calls, in order. */
  calls(action: string): Promise<Record<string, string>[]>;
  /** The command lines of docker and buildah, in order. */
  commands(): Promise<string[]>;
}

const MAIN = `import { appendFileSync, readFileSync } from "node:fs";
const here = new URL(".", import.meta.url);
const inputs = Object.fromEntries(Object.entries(process.env).filter(([key]) => key.startsWith("INPUT_")).map(([key, value]) => [key.slice(6).toLowerCase(), value]));
appendFileSync(new URL("calls", here), JSON.stringify(inputs) + "\\n");
const behaviours = JSON.parse(readFileSync(new URL("behaviour.json", here), "utf8"));
const call = readFileSync(new URL("calls", here), "utf8").split("\\n").length - 2;
const { exit = 0, outputs = {} } = behaviours[Math.min(call, behaviours.length - 1)];
for (const [name, value] of Object.entries(outputs)) appendFileSync(process.env.GITHUB_OUTPUT, name + "<<%%\\n" + value + "\\n%%\\n");
process.exitCode = exit;
`;

const INTERNAL = [
  "fetch-appinterface",
  "promotion-texts",
  "release-images",
  "run-staging",
  "summarize-run",
  "verify-commit",
];

/** Makes the stubs with exactly the inputs that the workflow gives, so that the runner accepts them. */
export async function createStubs(directory: string, workflow: string): Promise<Stubs> {
  const given = inputsByAction(await readFile(workflow, "utf8"));
  for (const [name, inputs] of given) {
    if (INTERNAL.includes(name)) continue;
    const home = join(directory, name);
    await mkdir(home, { recursive: true });
    const lines = inputs.map((input) => `  ${input}: {}\n`).join("");
    await writeFile(
      join(home, "action.yml"),
      `name: ${name}\ninputs:\n${lines}runs: { using: node24, main: main.mjs }\n`,
    );
    await writeFile(join(home, "main.mjs"), MAIN);
    await writeFile(join(home, "behaviour.json"), "[{}]");
    await writeFile(join(home, "calls"), "");
  }
  const bin = join(directory, "bin");
  await mkdir(bin, { recursive: true });
  return {
    bin,
    resolveAction(uses) {
      const name = uses.replace(/^\$\//, "");
      if (!given.has(name)) return undefined;
      return { directory: join(INTERNAL.includes(name) ? ROOT_PATH : directory, name) };
    },
    behave: (action, ...behaviours) => writeFile(join(directory, action, "behaviour.json"), JSON.stringify(behaviours)),
    calls: async (action) =>
      lines(await readFile(join(directory, action, "calls"), "utf8")).map(
        (line) => JSON.parse(line) as Record<string, string>,
      ),
    commands: async () => lines(await readFile(join(bin, "commands"), "utf8").catch(() => "")),
  };
}

/** A runner on which docker with buildx, or buildah alone, signs in to anything. */
export async function installBuilders(bin: string, which: "docker" | "buildah"): Promise<void> {
  const record = `#!/usr/bin/env bash\necho "$(basename "$0") $*" >> "${bin}/commands"\ncase "$1" in login) cat > /dev/null;; esac\n`;
  const scripts = { docker: which === "docker" ? record : "#!/bin/sh\nexit 1\n", buildah: record };
  for (const [name, script] of Object.entries(scripts)) {
    await writeFile(join(bin, name), script);
    await chmod(join(bin, name), 0o755);
  }
}

function inputsByAction(workflow: string): ReadonlyMap<string, readonly string[]> {
  const { jobs } = parse(workflow) as {
    jobs: Record<string, { steps?: { uses?: string; with?: Record<string, unknown> }[] }>;
  };
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
  const own = steps.filter((step) => step.uses?.startsWith("$/"));
  const inputs = new Map<string, Set<string>>();
  for (const { uses = "", with: given = {} } of own) {
    const name = uses.slice(2);
    inputs.set(name, new Set([...(inputs.get(name) ?? []), ...Object.keys(given)]));
  }
  return new Map([...inputs].map(([name, names]) => [name, [...names]]));
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}
