import type { HostFacts, InputFacts, Place, Problem } from "@release-actions/action";
import type { GivenInputs, Host } from "@release-actions/action/runtime";
import { inertLines, toMarkdown, visibleLines, type Block } from "@release-actions/text";
import { appendFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { conclude } from "./conclusion.ts";
import { credentialRules } from "./credentials.ts";
import { openCore, type AnnotationProperties, type Core } from "./core.ts";
import {
  childEnvironment,
  given,
  leakingMode,
  networkSettings,
  optional,
  toolEnvironment,
  type Environment,
} from "./environment.ts";
import { requestIdToken } from "./id-token.ts";
import { createIo, throttled, type LogStyle } from "./log.ts";
import { printer } from "./print.ts";
import { onTerminationSignal } from "./signals.ts";
import { temporaryDirectory } from "./temporary.ts";

/** The runner drops a summary of more than 1 MiB whole. */
const MAX_SUMMARY_BYTES = 1024 * 1024;

/** GitHub Actions: INPUT_* in; workflow commands, GITHUB_OUTPUT and GITHUB_STEP_SUMMARY out, by @actions/core. */
export function githubHost(process: NodeJS.Process): Host {
  const env = process.env;
  const core = openCore(env, printer(process, "stdout"));
  const io = createIo(workflowCommands(core));
  const temporary = temporaryDirectory(given(env, "RUNNER_TEMP") ?? tmpdir());
  const leaks = leakingMode(env);
  const facts = githubFacts(env, process.cwd(), temporary.path);
  return {
    facts,
    io,
    ...(leaks !== undefined && { leaks }),
    readInputs: (inputs) => readInputs(env, inputs),
    onSignal: (callback) => onTerminationSignal(process, callback),
    async prepare() {
      for (const name of ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"]) {
        const file = given(env, name);
        if (file !== undefined) appendFileSync(file, "");
      }
    },
    async writeOutputs(_, outputs) {
      if (given(env, "GITHUB_OUTPUT") === undefined) return;
      for (const [name, value] of Object.entries(outputs))
        core.call(({ setOutput }) => setOutput(name, value.toWellFormed()));
    },
    async writeSummary(_, blocks) {
      const all = [...io.blocks, ...blocks];
      if (given(env, "GITHUB_STEP_SUMMARY") === undefined || all.length === 0) return;
      await core.writeSummary(cappedMarkdown(all));
    },
    idToken: async (audience, run) =>
      await requestIdToken(env, core, { ...run, audience, io, network: facts.network, leaks }),
    async conclude(end) {
      conclude(io, end);
    },
    async cleanUp() {
      temporary.remove();
    },
  };
}

function githubFacts(env: Environment, directory: string, temporary: () => string): HostFacts {
  const ref = given(env, "GITHUB_REF") ?? "";
  const server = given(env, "GITHUB_SERVER_URL");
  const repository = given(env, "GITHUB_REPOSITORY");
  const run = given(env, "GITHUB_RUN_ID");
  return {
    kind: "github",
    workspace: given(env, "GITHUB_WORKSPACE") ?? directory,
    get temporary() {
      return temporary();
    },
    ...optional("sharedTemporary", given(env, "RUNNER_TEMP")),
    ...(ref.startsWith("refs/tags/") && { pushedTag: ref.slice("refs/tags/".length) }),
    ...optional("commit", given(env, "GITHUB_SHA")),
    ...optional("repository", repository),
    ...optional("serverUrl", server),
    ...optional("apiUrl", given(env, "GITHUB_API_URL")),
    ...optional("runUrl", server && repository && run && `${server}/${repository}/actions/runs/${run}`),
    network: { ...networkSettings(env), credentials: credentialRules(env) },
    childEnvironment: childEnvironment(env),
    get toolEnvironment() {
      return toolEnvironment(env);
    },
  };
}

/** The runner upper-cases input names and keeps hyphens. */
function readInputs(env: Environment, inputs: ReadonlyMap<string, InputFacts>): GivenInputs {
  const values = new Map<string, string>();
  const problems: Problem[] = [];
  const byVariable = new Map([...inputs.keys()].map((name) => [`INPUT_${name.toUpperCase()}`, name]));
  for (const [variable, value] of Object.entries(env)) {
    if (!variable.startsWith("INPUT_") || value === undefined) continue;
    const name = byVariable.get(variable);
    if (name !== undefined) {
      if (value.trim() !== "") values.set(name, value.trim());
    } else {
      const given = variable.slice("INPUT_".length).toLowerCase();
      problems.push({
        input: given,
        what: `there is no input ${given}`,
        remedy: `The inputs are: ${[...inputs.keys()].join(", ")}.`,
      });
    }
  }
  return { values, problems };
}

function workflowCommands({ call }: Core): LogStyle {
  const print = (line: string) => call(({ info }) => info(line));
  return {
    print,
    debug: (lines) => lines.forEach((line) => call(({ debug }) => debug(commandText(line)))),
    annotate: (level, message, place) => call((core) => core[level](commandText(message), propertiesOf(place))),
    openGroup(title) {
      call(({ startGroup }) => startGroup(commandText(title)));
      return () => call(({ endGroup }) => endGroup());
    },
    progress: throttled(
      10_000,
      () => performance.now(),
      (line) => inertLines(line).forEach(print),
    ),
    mask: (line) => call(({ setSecret }) => setSecret(line)),
  };
}

/**
 * Text for a command, where @actions/core escapes what the runner decodes (%, CR, LF). `##[`, which begins an older form
 * of commands anywhere in a line, is broken; everything invisible is shown.
 */
function commandText(text: string): string {
  return visibleLines(text)
    .map((line) => line.replaceAll("##[", "##\\["))
    .join("\n");
}

function propertiesOf({ title, file, line, column }: Place): AnnotationProperties {
  return {
    ...optional("title", title && commandText(title)),
    ...optional("file", file && commandText(file)),
    ...(line !== undefined && { startLine: line }),
    ...(column !== undefined && { startColumn: column }),
  };
}

function cappedMarkdown(blocks: readonly Block[]): string {
  let text = "";
  for (const block of blocks) {
    const next = toMarkdown([block]) + "\n";
    if (Buffer.byteLength(text) + Buffer.byteLength(next) > MAX_SUMMARY_BYTES - 200)
      return `${text}\nThe rest of this summary is too long to show here.\n`;
    text += next;
  }
  return text;
}
