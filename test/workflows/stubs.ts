/** Stand-ins for our own actions and for the image builders: they record what they are given and end as they are told. */
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";

export interface Behaviour {
  readonly exit?: number;
  readonly outputs?: Readonly<Record<string, string>>;
}

export interface Stubs {
  /** For runWorkflow. */
  resolveAction(uses: string): { directory: string } | undefined;
  /** Comes first in PATH. */
  readonly bin: string;
  behave(action: string, behaviour: Behaviour): Promise<void>;
  /** The inputs of the action's calls, in order. */
  calls(action: string): Promise<Record<string, string>[]>;
  /** The command lines of docker and buildah, in order. */
  commands(): Promise<string[]>;
}

const MAIN = `import { appendFileSync, readFileSync } from "node:fs";
const here = new URL(".", import.meta.url);
const inputs = Object.fromEntries(Object.entries(process.env).filter(([key]) => key.startsWith("INPUT_")).map(([key, value]) => [key.slice(6).toLowerCase(), value]));
appendFileSync(new URL("calls", here), JSON.stringify(inputs) + "\\n");
const { exit = 0, outputs = {} } = JSON.parse(readFileSync(new URL("behaviour.json", here), "utf8"));
for (const [name, value] of Object.entries(outputs)) appendFileSync(process.env.GITHUB_OUTPUT, name + "<<%%\\n" + value + "\\n%%\\n");
process.exitCode = exit;
`;

/** Makes the stubs with exactly the inputs that the workflow gives, so that the runner accepts them. */
export async function createStubs(directory: string, workflow: string): Promise<Stubs> {
  const given = inputsByAction(await readFile(workflow, "utf8"));
  for (const [name, inputs] of given) {
    const home = join(directory, name);
    await mkdir(home, { recursive: true });
    const lines = inputs.map((input) => `  ${input}: {}\n`).join("");
    await writeFile(join(home, "action.yml"), `name: ${name}\ninputs:\n${lines}runs: { using: node24, main: main.mjs }\n`);
    await writeFile(join(home, "main.mjs"), MAIN);
    await writeFile(join(home, "behaviour.json"), "{}");
    await writeFile(join(home, "calls"), "");
  }
  const bin = join(directory, "bin");
  await mkdir(bin, { recursive: true });
  return {
    bin,
    resolveAction: (uses) => (given.has(uses.replace(/^\$\//, "")) ? { directory: join(directory, uses.slice(2)) } : undefined),
    behave: (action, behaviour) => writeFile(join(directory, action, "behaviour.json"), JSON.stringify(behaviour)),
    calls: async (action) => lines(await readFile(join(directory, action, "calls"), "utf8")).map((line) => JSON.parse(line) as Record<string, string>),
    commands: async () => lines(await readFile(join(bin, "commands"), "utf8").catch(() => "")),
  };
}

/** A runner with docker buildx, or one with buildah alone; `fails` lets every build fail. */
export async function installBuilders(bin: string, which: "docker" | "buildah", fails = false): Promise<void> {
  const digest = `sha256:${"ab".repeat(32)}`;
  const record = `#!/usr/bin/env bash\necho "$(basename "$0") $*" >> "${bin}/commands"\n`;
  const build = fails ? `case "$*" in *build\\ *) echo "no such base image" >&2; exit 3;; esac\n` : "";
  const metadata = `while [ $# -gt 0 ]; do [ "$1" = --metadata-file ] && printf '{\\n "containerimage.digest": "${digest}"\\n}' > "$2"; shift; done\n`;
  const digestFile = `while [ $# -gt 0 ]; do [ "$1" = --digestfile ] && printf '${digest}' > "$2"; shift; done\n`;
  const scripts = {
    docker: which === "docker" ? `${record}${build}${metadata}exit 0\n` : "#!/bin/sh\nexit 1\n",
    buildah: `${record}${build}${digestFile}exit 0\n`,
  };
  for (const [name, script] of Object.entries(scripts)) {
    await writeFile(join(bin, name), script);
    await chmod(join(bin, name), 0o755);
  }
}

function inputsByAction(workflow: string): ReadonlyMap<string, readonly string[]> {
  const { jobs } = parse(workflow) as { jobs: Record<string, { steps?: { uses?: string; with?: Record<string, unknown> }[] }> };
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
  const own = steps.filter((step) => step.uses?.startsWith("$/"));
  return new Map(own.map((step) => [step.uses?.slice(2) ?? "", Object.keys(step.with ?? {})]));
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}
