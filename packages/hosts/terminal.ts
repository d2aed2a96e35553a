import { isSuccess, type HostFacts } from "@release-actions/action";
import type { Host } from "@release-actions/action/runtime";
import { jsonText, toPlainText, visibleLines, visibleText } from "@release-actions/text";
import { tmpdir } from "node:os";
import { conclude } from "./conclusion.ts";
import { credentialRules } from "./credentials.ts";
import {
  childEnvironment,
  given,
  leakingMode,
  networkSettings,
  optional,
  toolEnvironment,
  type Environment,
} from "./environment.ts";
import { readFlags } from "./flags.ts";
import { noIdToken } from "./id-token.ts";
import { createIo, throttled, type LogStyle } from "./log.ts";
import { printer } from "./print.ts";
import { onTerminationSignal } from "./signals.ts";
import { temporaryDirectory } from "./temporary.ts";

export interface TerminalOptions {
  /** One JSON document on standard output instead of text. */
  readonly json: boolean;
  /** Print only this output, with control and invisible characters made visible. */
  readonly only?: string;
}

/** A terminal: flags and RELEASE_ACTIONS_* in; the log on standard error, outputs on standard output. */
export function terminalHost(process: NodeJS.Process, argv: readonly string[], options: TerminalOptions): Host {
  const env = process.env;
  const [print, log] = [printer(process, "stdout"), printer(process, "stderr")];
  const rich = process.stderr.isTTY && given(env, "NO_COLOR") === undefined && env["TERM"] !== "dumb";
  const style = terminalLog(log, rich, given(env, "RELEASE_ACTIONS_DEBUG") !== undefined);
  const io = createIo(style);
  const temporary = temporaryDirectory(tmpdir());
  const leaks = leakingMode(env);
  // On a terminal the log says it all, so a summary is shown only to who asks for it.
  let wantsSummary = false;
  return {
    facts: terminalFacts(env, process.cwd(), temporary.path),
    io,
    ...(leaks !== undefined && { leaks }),
    readInputs(inputs) {
      const given = readFlags(argv, env, inputs);
      wantsSummary = given.values.get("summary") === "true";
      return given;
    },
    onSignal: (callback) => onTerminationSignal(process, callback),
    prepare: async () => undefined,
    writeOutputs: async () => undefined,
    async writeSummary() {
      if (wantsSummary && io.blocks.length > 0) log(`\n${toPlainText(io.blocks)}\n`);
    },
    idToken: async () => Promise.reject(noIdToken("A terminal")),
    async conclude(end) {
      conclude(io, end);
      const { action, verdict, exitCode, message, problems, remedy, hint, journal, outputs, jsonOutputs } = end;
      if (options.json) {
        const values = Object.fromEntries(
          Object.entries(outputs).map(([name, value]) => [
            name,
            jsonOutputs.has(name) && value !== "" ? (JSON.parse(value) as unknown) : value,
          ]),
        );
        const report = {
          action,
          verdict,
          exitCode,
          outputs: values,
          ...(!isSuccess(verdict) && { message, remedy, hint, problems, ...journal }),
        };
        print(`${jsonText(report, 2)}\n`);
      } else if (options.only !== undefined) {
        print(`${visibleText(outputs[options.only] ?? "")}\n`);
      } else {
        for (const [name, value] of Object.entries(outputs))
          if (value !== "" && !jsonOutputs.has(name)) print(shownOutput(name, value));
      }
    },
    async cleanUp() {
      temporary.remove();
    },
  };
}

/** `name: value`, or the value indented below its name when it has several lines. */
function shownOutput(name: string, value: string): string {
  const lines = visibleLines(value);
  return lines.length === 1
    ? `${name}: ${lines[0]}\n`
    : `${name}:\n${lines.map((line) => (line === "" ? "" : `    ${line}`)).join("\n")}\n`;
}

/** On a terminal the conventional variables of both forges say where the repository lives, if they are set. */
function terminalFacts(env: Environment, directory: string, temporary: () => string): HostFacts {
  return {
    kind: "terminal",
    workspace: directory,
    get temporary() {
      return temporary();
    },
    ...optional("repository", given(env, "GITHUB_REPOSITORY", "CI_PROJECT_PATH")),
    ...optional("serverUrl", given(env, "GITHUB_SERVER_URL", "CI_SERVER_URL")),
    ...optional("apiUrl", given(env, "GITHUB_API_URL", "CI_API_V4_URL")),
    network: { ...networkSettings(env), credentials: credentialRules(env) },
    childEnvironment: childEnvironment(env),
    get toolEnvironment() {
      return toolEnvironment(env);
    },
  };
}

const COLOUR = { notice: "36", warning: "33", error: "31" } as const;
const ERASE_LINE = "\r\u001b[K";

function terminalLog(write: (text: string) => void, rich: boolean, debug: boolean): LogStyle {
  let depth = 0;
  let pending = false;
  const print = (line: string) => {
    write(`${pending ? ERASE_LINE : ""}${"  ".repeat(depth)}${line}\n`);
    pending = false;
  };
  const plainProgress = throttled(10_000, () => performance.now(), print);
  return {
    print,
    debug: (lines) => void (debug && lines.forEach(print)),
    annotate(level, message, { file, line }) {
      const place = file === undefined ? "" : `${file}${line === undefined ? "" : `:${line}`}: `;
      const label = rich ? `\u001b[${COLOUR[level]}m${level}:\u001b[0m` : `${level}:`;
      const lines = visibleLines(message);
      lines.forEach((text, index) => print(index === 0 ? `${label} ${place}${text}` : `  ${text}`));
    },
    openGroup(title) {
      print(title);
      depth += 1;
      return () => void (depth -= 1);
    },
    progress(message) {
      if (!rich) return plainProgress(message);
      write(`${ERASE_LINE}${message}`);
      pending = true;
    },
    mask: () => undefined,
  };
}
