import {
  ActionError,
  refused,
  undecided,
  unknown,
  type Clock,
  type HostFacts,
  type Io,
  type Journal,
} from "@release-actions/action";
import type { Builder } from "@release-actions/containers";
import { runTool } from "@release-actions/exec";
import type { Registry } from "@release-actions/registry";
import { readFileSync, statSync } from "node:fs";
import { IMAGE_ID, type Command, type Commands } from "./commands.ts";
import { confirmPushed, findExisting, type Existing } from "./existing.ts";
import { commandLine } from "./report.ts";
import type { BuildRequest } from "./request.ts";

export interface BuildTools {
  readonly builder: Builder;
  readonly registry: Registry;
  readonly env: Readonly<Record<string, string>>;
  readonly io: Io;
  readonly host: HostFacts;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly journal: Journal;
  /** On the monotonic clock. */
  readonly deadline: number;
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const MAX_FILE = 32 * 1024 * 1024;
const AGAIN = "Run again: the tag is looked up first, and an image of this commit is adopted.";

/** Builds, pushes, and proves that the registry holds under the tag what was pushed. Returns its digest. */
export async function buildAndPush(request: BuildRequest, commands: Commands, tools: BuildTools): Promise<string> {
  const { journal, signal } = tools;
  const { reference } = request;
  let mayHavePushed = false;
  let digest: string | undefined;
  journal.intend([reference]);
  try {
    for (const command of commands.commands) {
      signal.throwIfAborted();
      mayHavePushed ||= command.pushes;
      await run(command, commands, tools);
    }
    digest = pushedDigest(commands, reference);
    await confirmPushed(tools.registry, request, digest, tools);
  } catch (error) {
    if (!mayHavePushed || !(error instanceof ActionError) || error.verdict === "unknown") throw error;
    digest = await reconcile(request, error, digest, tools);
  } finally {
    for (const args of commands.cleanUp) await cleanUp(args, tools);
  }
  journal.made(reference);
  return digest;
}

/** After a failure while the registry may have changed: what it holds decides, and where that is not known, unknown. */
async function reconcile(
  request: BuildRequest,
  failure: ActionError,
  pushed: string | undefined,
  { registry, io, signal }: BuildTools,
): Promise<string> {
  const { reference } = request;
  const notKnown = (what: string) => unknown(`${failure.message}; ${what}`, { remedy: AGAIN, next: AGAIN });
  if (signal.aborted) throw notKnown(`whether ${reference} was pushed is not known`);
  let found: Existing | undefined;
  try {
    found = await findExisting(registry, request, io);
  } catch (error) {
    if (!(error instanceof ActionError) || error.verdict === "refused") throw error;
    throw notKnown(`whether ${reference} was pushed is not known: ${error.message}`);
  }
  if (found !== undefined) {
    io.warning(`${failure.message}, but the registry holds an image of this commit, which is taken`);
    return found.digest;
  }
  throw pushed === undefined ? failure : notKnown(`the registry does not show ${reference}`);
}

async function run({ args, pushes }: Command, commands: Commands, tools: BuildTools): Promise<void> {
  const { builder, io, host, signal, clock, deadline } = tools;
  const timeout = Math.max(1, deadline - clock.monotonic());
  const actual = args.map((argument) => (argument === IMAGE_ID ? imageId(commands) : argument));
  const { code } = await io.group(commandLine(builder, actual), () =>
    runTool({
      ...{ tool: builder.path, args: actual, cwd: host.workspace, signal, timeout },
      env: { ...tools.env, ...commands.environment },
      onLine: io.info,
    }),
  );
  if (code === 0) return;
  const verbs = args.slice(0, 2).filter((argument) => !argument.startsWith("-"));
  const what = `${commandLine(builder, verbs)} failed with exit code ${code}`;
  const remedy = "Its output above says why.";
  // docker builds and pushes with one command; what fails is most often the build.
  throw pushes && builder.kind === "buildah" ? undecided(what, { remedy }) : refused(what, { remedy });
}

async function cleanUp(args: readonly string[], { builder, env, host, signal }: BuildTools): Promise<void> {
  if (signal.aborted) return;
  await runTool({ tool: builder.path, args, cwd: host.workspace, env, signal, timeout: 60_000 }).catch(() => undefined);
}

function imageId({ imageIdFile = "" }: Commands): string {
  const id = textOf(imageIdFile);
  if (DIGEST.test(id)) return id;
  throw undecided("the build ended without naming its image");
}

/** The digest by the tool's own file. Without one nobody could say what was pushed. */
function pushedDigest({ digestFile: { path, kind } }: Commands, reference: string): string {
  const text = textOf(path);
  const digest = kind === "digest" ? text : metadataDigest(text);
  if (digest !== undefined && DIGEST.test(digest)) return digest;
  throw unknown(`${reference} was pushed, but the tool named no digest, so it cannot be tested as what it is`, {
    remedy: AGAIN,
  });
}

function metadataDigest(text: string): string | undefined {
  try {
    const digest = (JSON.parse(text) as Readonly<Record<string, unknown>> | null)?.["containerimage.digest"];
    return typeof digest === "string" ? digest : undefined;
  } catch {
    return undefined;
  }
}

/** Of a file in our own directory, written by the tool; empty where it wrote none. */
function textOf(file: string): string {
  try {
    return statSync(file).size > MAX_FILE ? "" : readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
}
