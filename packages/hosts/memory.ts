import type { Action, Clock, HostFacts } from "@release-actions/action";
import { execute, type GivenInputs, type Host, type OwnHints } from "@release-actions/action/runtime";
import { inertLines, toMarkdown } from "@release-actions/text";
import { tmpdir } from "node:os";
import { conclude } from "./conclusion.ts";
import { ownRules } from "./credentials.ts";
import { childEnvironment, toolEnvironment } from "./environment.ts";
import { createIo } from "./log.ts";
import { systemClock } from "./system-clock.ts";
import { temporaryDirectory } from "./temporary.ts";

export interface MemoryRun {
  /** Raw, as a user gives them. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly workspace?: string;
  readonly facts?: Partial<HostFacts>;
  readonly clock?: Clock;
  /** Aborting it acts as SIGINT. */
  readonly interrupt?: AbortSignal;
  /** As the entry of a host reads them from release-actions.yml. */
  readonly ownHints?: OwnHints;
  /** Sees every log line as it is printed. */
  readonly onLine?: (line: string) => void;
}

export interface MemoryResult {
  readonly verdict: string;
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  /** The log, annotations as `error: …`, `warning: …`, `notice: …`. */
  readonly lines: readonly string[];
  /** Markdown. */
  readonly summary: string;
}

/** Runs an action as a host does, in this process, and returns everything a user would see. For tests. */
export async function runInMemory(action: Action, run: MemoryRun = {}): Promise<MemoryResult> {
  const lines: string[] = [];
  const print = (line: string) => {
    lines.push(line);
    run.onLine?.(line);
  };
  const io = createIo({
    print,
    debug: () => undefined,
    annotate: (level, message, { file, line }) =>
      print(
        `${level}: ${file === undefined ? "" : `${file}${line === undefined ? "" : `:${line}`}: `}${inertLines(message).join("\n")}`,
      ),
    openGroup(title) {
      print(title);
      return () => undefined;
    },
    progress: print,
    mask: () => undefined,
  });
  const temporary = temporaryDirectory(tmpdir());
  let outputs: Readonly<Record<string, string>> = {};
  let summary = "";
  const host: Host = {
    facts: Object.defineProperties(
      {
        kind: "memory",
        workspace: run.workspace ?? process.cwd(),
        childEnvironment: childEnvironment(process.env),
        toolEnvironment: toolEnvironment(process.env),
      },
      {
        temporary: { get: temporary.path, configurable: true, enumerable: true },
        ...Object.getOwnPropertyDescriptors(run.facts ?? {}),
        network: { value: networkOf(run.facts), enumerable: true },
      },
    ) as HostFacts,
    io,
    readInputs: (known): GivenInputs => {
      const given = Object.entries(run.inputs ?? {});
      const unknown = given.filter(([name]) => !known.has(name));
      return {
        values: new Map(
          given
            .map(([name, value]) => [name, value.trim()] as const)
            .filter(([name, value]) => value !== "" && known.has(name)),
        ),
        problems: unknown.map(([name]) => ({ input: name, what: `there is no input ${name}` })),
      };
    },
    onSignal: (callback) => run.interrupt?.addEventListener("abort", () => callback("SIGINT", 130), { once: true }),
    prepare: async () => undefined,
    writeOutputs: async (_, values) => void (outputs = values),
    writeSummary: async (_, blocks) => void (summary = toMarkdown([...io.blocks, ...blocks])),
    conclude: async (end) => conclude(io, end),
    cleanUp: async () => temporary.remove(),
  };
  const exitCode = await execute(action, host, run.clock ?? systemClock, run.ownHints);
  return { verdict: outputs["verdict"] ?? "", exitCode, outputs, lines, summary };
}

/** As on a real host: the forge described by the facts owns its tokens. */
function networkOf(facts: Partial<HostFacts> = {}): HostFacts["network"] {
  const { kind, serverUrl: server, apiUrl: api, network = { tlsVerificationDisabled: false } } = facts;
  const forge = kind === "gitlab" || (kind !== "github" && api?.endsWith("/api/v4") === true) ? "gitlab" : "github";
  return { credentials: ownRules({ [forge]: { server, api } }), ...network };
}
