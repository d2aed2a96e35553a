import { defineAction, invalid, refused, type Io, type Problem } from "@release-actions/action";
import { parseBuiltImages } from "@release-actions/containers";
import { findTool, runTool } from "@release-actions/exec";
import { realPathOf } from "@release-actions/files";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { environmentOf, originsOf } from "./environment.ts";
import { inputs } from "./inputs.ts";

export default defineAction({
  name: "run-staging",
  description: "Starts what was built with compose, runs the command that tests it, shows the logs and stops it.",
  internal: true,
  inputs,
  outputs: {},
  permissions: { github: { contents: "read", packages: "read" }, gitlab: "None." },
  endpoints: {
    description: ["the registry, for signing in", "whatever the services and the command contact"],
    origins: () => [],
    credentials: ({ registry }) => (registry === undefined ? [] : originsOf(registry)),
  },
  changes: false,
  check(inputs) {
    const { do: step, composeFile, command, registry, username, password } = inputs;
    const problems: Problem[] = [];
    const needed = step === "test" ? "command" : "compose-file";
    if ((step === "test" ? command : composeFile) === undefined)
      problems.push({ input: needed, what: `${needed} is needed for ${step}` });
    if (password !== undefined && (username === undefined || registry === undefined))
      problems.push({ input: "password", what: "password goes with registry and username" });
    return [...problems, ...imageProblems(inputs.images)];
  },
  async run(context) {
    const { inputs, io, host, signal } = context;
    const env = await environmentOf(context);
    const run = async (tool: string, args: readonly string[]) => {
      const { code } = await runTool({
        tool,
        args,
        cwd: host.workspace,
        env,
        signal,
        onLine: (line) => show(io, line),
      });
      return code;
    };
    if (inputs.do === "test") {
      const script = join(host.temporary, "command.sh");
      writeFileSync(script, `${inputs.command}\n`, { mode: 0o600 });
      const code = await run(findTool("bash", env), ["-euo", "pipefail", script]);
      if (code === 0) return { verdict: "passed" };
      throw refused(`the command ended with exit code ${code}`, { remedy: "Its output above says why." });
    }
    const file = realPathOf(host, inputs.composeFile!, "file");
    const docker = findTool("docker", env, "Use a runner with docker compose.");
    const compose = (...args: string[]) => run(docker, ["compose", `--file=${file}`, ...args]);
    if ((await runTool({ tool: docker, args: ["compose", "version"], cwd: host.workspace, env, signal })).code !== 0)
      throw invalid("this runner has no docker compose", { remedy: "Install Docker with its plugin compose." });
    if (inputs.do === "logs") {
      // What can be shown is shown; the step that failed has said that it did.
      await compose("ps", "--all");
      await compose("logs", "--no-color", "--tail=200");
      return { verdict: "done" };
    }
    const isStart = inputs.do === "start";
    const code = isStart
      ? await compose("up", "--detach", "--no-build", "--wait")
      : await compose("down", "--volumes", "--timeout=10");
    if (code === 0) return { verdict: "done" };
    const what = isStart ? "the services did not start, or did not become healthy" : "the services were not stopped";
    throw refused(`${what} (docker compose ended with exit code ${code})`, { remedy: "Its output above says why." });
  },
});

/**
 * Shows a line as text. Of all commands of a runner that a script may print, one is obeyed: a secret that it wants to be
 * masked must not be shown instead.
 */
function show(io: Io, line: string): void {
  const [, before = "", data] = /^(\s*::add-mask::)(.*)$/i.exec(line) ?? [];
  if (data === undefined) return io.info(line);
  const secret = data.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  io.secret(secret);
  io.info(`${before}***`);
}

function imageProblems(images: string): Problem[] {
  try {
    parseBuiltImages(images);
    return [];
  } catch (error) {
    return [{ input: "images", what: `images ${(error as Error).message}` }];
  }
}
