import type { HostFacts, InputFacts, Place, Problem } from "@release-actions/action";
import type { GivenInputs, Host } from "@release-actions/action/runtime";
import { inertLines, toMarkdown, visibleLines, type Block } from "@release-actions/text";
import { appendFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { conclude } from "./conclusion.ts";
import { credentialRules } from "./credentials.ts";
import { childEnvironment, given, leakingMode, networkSettings, type Environment } from "./environment.ts";
import { createIo, throttled, type LogStyle } from "./log.ts";
import { printer } from "./print.ts";
import { onTerminationSignal } from "./signals.ts";
import { temporaryDirectory } from "./temporary.ts";

/** The runner drops a summary of more than 1 MiB whole. */
const MAX_SUMMARY_BYTES = 1024 * 1024;

/** GitHub Actions: INPUT_* in; workflow commands, GITHUB_OUTPUT and GITHUB_STEP_SUMMARY out. */
export function githubHost(process: NodeJS.Process): Host {
  const env = process.env;
  const print = printer(process, "stdout");
  const io = createIo(workflowCommands((line) => print(`${line}\n`)));
  const temporary = temporaryDirectory(given(env, "RUNNER_TEMP") ?? tmpdir());
  const leaks = leakingMode(env);
  return {
    facts: githubFacts(env, process.cwd(), temporary.path),
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
      const file = given(env, "GITHUB_OUTPUT");
      const text = Object.entries(outputs)
        .map(([name, value]) => heredoc(name, value.toWellFormed()))
        .join("");
      if (file !== undefined) appendFileSync(file, text);
    },
    async writeSummary(_, blocks) {
      const file = given(env, "GITHUB_STEP_SUMMARY");
      const all = [...io.blocks, ...blocks];
      if (file !== undefined && all.length > 0) appendFileSync(file, cappedMarkdown(all));
    },
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
  };
}

export function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined || value === "" ? {} : ({ [key]: value } as Record<K, string>);
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

function workflowCommands(write: (line: string) => void): LogStyle {
  return {
    print: write,
    debug: (lines) => lines.forEach((line) => write(`::debug::${commandData(line)}`)),
    annotate: (level, message, place) => write(`::${level}${commandProperties(place)}::${commandData(message)}`),
    openGroup(title) {
      write(`::group::${commandData(title)}`);
      return () => write("::endgroup::");
    },
    progress: throttled(
      10_000,
      () => performance.now(),
      (line) => inertLines(line).forEach(write),
    ),
    mask: (line) => write(`::add-mask::${escapeData(line)}`),
  };
}

/** Text as a command's data. The runner decodes %25, %0D and %0A; other invisible characters are shown. */
function commandData(text: string): string {
  const lines = visibleLines(text).map((line) => line.replaceAll("##[", "##\\["));
  return escapeData(lines.join("\n"));
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function commandProperties(place: Place): string {
  const { title, file, line, column } = place;
  const given = Object.entries({ title, file, line, col: column }).filter(([, value]) => value !== undefined);
  if (given.length === 0) return "";
  return ` ${given.map(([name, value]) => `${name}=${commandData(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`).join(",")}`;
}

/** `name<<delimiter` with a delimiter that the value does not hold; nothing else can end it early. */
function heredoc(name: string, value: string): string {
  let delimiter = "end_of_output";
  while (value.includes(delimiter)) delimiter += `_${Math.random().toString(36).slice(2)}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
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
