import type { HostFacts } from "@release-actions/action";
import type { Host } from "@release-actions/action/runtime";
import { toMarkdown, visible, visibleLines } from "@release-actions/text";
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
import { GITLAB_REPORTS, gitlabReports } from "./gitlab-reports.ts";
import { noIdToken } from "./id-token.ts";
import { createIo, throttled, type LogStyle } from "./log.ts";
import { printer } from "./print.ts";
import { onTerminationSignal } from "./signals.ts";
import { temporaryDirectory } from "./temporary.ts";

/**
 * GitLab CI: flags and RELEASE_ACTIONS_* in; a dotenv report, one file per output, and a Markdown summary out.
 * In the dotenv report `version` of validate-tag is VALIDATE_TAG_VERSION. A dotenv report holds single lines
 * only, so a value of several lines is written to its file alone, named by VALIDATE_TAG_VERSION_FILE.
 */
export function gitlabHost(process: NodeJS.Process, argv: readonly string[]): Host {
  const env = process.env;
  const print = printer(process, "stdout");
  const io = createIo(jobLog((line) => print(`${line}\n`)));
  const temporary = temporaryDirectory(tmpdir());
  const facts = gitlabFacts(env, process.cwd(), temporary.path);
  const reports = gitlabReports(facts, { id: env["CI_JOB_ID"] ?? "", token: env["CI_JOB_TOKEN"] });
  const leaks = leakingMode(env);
  return {
    facts,
    io,
    ...(leaks !== undefined && { leaks }),
    readInputs: (inputs) =>
      readFlags(argv, env, inputs, ({ gitlab }) => (gitlab === undefined ? undefined : env[gitlab])),
    onSignal: (callback) => onTerminationSignal(process, callback),
    async prepare(action, outputs) {
      await reports.begin(action, outputs);
    },
    async writeOutputs(action, outputs) {
      const variables = new Map<string, string>();
      for (const [name, raw] of Object.entries(outputs)) {
        const value = raw.toWellFormed();
        await reports.writeFile(action, name, value);
        const variable = `${action}_${name}`.toUpperCase().replaceAll("-", "_");
        const dotenv = dotenvValue(value);
        const report = `${GITLAB_REPORTS}/${action}/${name}`;
        if (dotenv === undefined) variables.set(`${variable}_FILE`, report);
        // The output `body-file` of an action that was told no file is where `body` stands here, as every output does.
        else if (dotenv === "" && name.endsWith("-file")) variables.set(variable, report.slice(0, -"-file".length));
        else if (!variables.has(variable)) variables.set(variable, dotenv);
      }
      const lines = [...variables].map(([variable, value]) => `${variable}=${value}\n`);
      await reports.addOutputs(lines.join(""));
    },
    async writeSummary(action, blocks) {
      const all = [...io.blocks, ...blocks];
      if (all.length > 0) await reports.addSummary(`${toMarkdown(all)}\n`);
      if (all.length > 0)
        io.info(`${action}: the summary is in ${GITLAB_REPORTS}/summary.md among the job's artifacts`);
    },
    idToken: async () => Promise.reject(noIdToken("GitLab")),
    async conclude(end) {
      conclude(io, end);
    },
    async cleanUp() {
      temporary.remove();
    },
  };
}

/** A value that a dotenv report can hold as it is, or undefined. The whole report may have 5 KB. */
function dotenvValue(value: string): string | undefined {
  return value.length <= 300 && visible(value) === value && !/[\n\r"'`\\$#]/.test(value) && value.trim() === value
    ? value
    : undefined;
}

function gitlabFacts(env: Environment, directory: string, temporary: () => string): HostFacts {
  return {
    kind: "gitlab",
    workspace: given(env, "CI_PROJECT_DIR") ?? directory,
    // The runner keeps a job's file-type variables there.
    ...optional("sharedTemporary", given(env, "CI_PROJECT_DIR")?.replace(/\/*$/, ".tmp")),
    get temporary() {
      return temporary();
    },
    ...optional("pushedTag", env["CI_COMMIT_TAG"]),
    ...optional("commit", env["CI_COMMIT_SHA"]),
    ...optional("repository", env["CI_PROJECT_PATH"]),
    ...optional("projectId", env["CI_PROJECT_ID"]),
    ...optional("serverUrl", env["CI_SERVER_URL"]),
    ...optional("apiUrl", env["CI_API_V4_URL"]),
    ...optional("runUrl", env["CI_JOB_URL"]),
    network: { ...networkSettings(env), credentials: credentialRules(env) },
    childEnvironment: childEnvironment(env),
    get toolEnvironment() {
      return toolEnvironment(env);
    },
  };
}

const COLOUR = { notice: "36", warning: "33", error: "31" } as const;

function jobLog(write: (line: string) => void): LogStyle {
  let sections = 0;
  const seconds = () => Math.floor(Date.now() / 1000);
  return {
    print: write,
    debug: () => undefined,
    annotate(level, message, { file, line }) {
      const place = file === undefined ? "" : `${file}${line === undefined ? "" : `:${line}`}: `;
      const lines = visibleLines(message);
      lines.forEach((text, index) =>
        write(index === 0 ? `\u001b[${COLOUR[level]}m${level}:\u001b[0m ${place}${text}` : `  ${text}`),
      );
    },
    openGroup(title) {
      const id = `release_actions_${(sections += 1)}`;
      write(`\u001b[0Ksection_start:${seconds()}:${id}\r\u001b[0K${title}`);
      return () => write(`\u001b[0Ksection_end:${seconds()}:${id}\r\u001b[0K`);
    },
    progress: throttled(10_000, () => performance.now(), write),
    mask: () => undefined,
  };
}
