import { rm } from "node:fs/promises";
import { join } from "node:path";

import { interrupted, invalid, refused, ActionError, undecided, unknown } from "@release-actions/action";

import { GitError } from "./errors.ts";
import { remoteRefs } from "./fetch.ts";
import { isAncestor, pathsChanged } from "./history.ts";
import { fullRefOf, objectIdOf } from "./names.ts";
import { assertNoPipelineFiles } from "./pipeline-files.ts";
import { withShadow } from "./shadow.ts";
import type { Context } from "./place.ts";
import { remoteAddress } from "./remote-url.ts";
import type { PushedRef, PushRequest, PushResult, PushUpdate } from "./types.ts";

/** How often one push is sent: its lease makes a repetition harmless. */
const ATTEMPTS = 2;

/**
 * Pushes by object id, each ref under a lease on the value it is expected to hold. When the answer is lost, the
 * remote is read: what arrived is adopted, what did not is sent once more.
 * @throws ActionError "unknown" when the remote cannot be read after a lost answer
 */
export async function push(context: Context, request: PushRequest): Promise<PushResult> {
  assertValid(request);
  for (const update of request.updates) await assertAllowed(context, request, update);

  const settled = new Map<string, PushedRef>();
  const messages: string[] = [];
  let sent = false;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const updates = request.updates.filter(({ ref }) => !settled.has(ref));
    const negotiate = request.negotiate === "at once" || (request.negotiate === "on retry" && attempt > 1);
    const { results, stderr, lost } = await send(context, request, updates, negotiate);
    messages.push(...remoteMessages(stderr));
    sent ||= !NOTHING_PACKED.test(stderr);
    const clear = results.filter(({ doubtful }) => doubtful !== true);
    const open = updates.filter(({ ref }) => !clear.some((result) => result.ref === ref));
    const found = open.length === 0 ? [] : await readBack(context, request, open, lost);
    // A server that says no twice, and holds what it held, has refused.
    const last = attempt < ATTEMPTS ? [] : results;
    for (const { ref, state, reason } of [...last, ...clear, ...found]) {
      settled.set(ref, { ref, state, ...(reason === undefined ? {} : { reason }) });
    }
    const refs = request.updates.flatMap(({ ref }) => settled.get(ref) ?? []);
    if (refs.length === request.updates.length) return { refs, messages };
    if (negotiate && !sent) throw noCommonCommit(open, lost);
  }
  throw stillOpen(request, settled);
}

function assertValid(request: PushRequest): void {
  remoteAddress(request);
  if (request.updates.length === 0) throw invalid("a push names no ref", { remedy: "Name at least one ref." });
  for (const { ref, id, expect } of request.updates) {
    fullRefOf(ref);
    objectIdOf(id);
    if (expect !== "absent") objectIdOf(expect);
  }
  if ((request.options ?? []).some((option) => option.length > 4096 || /[\r\n\0]/.test(option))) {
    throw invalid("a push option has more than one line or 4096 characters", { remedy: "Give one line per option." });
  }
}

/** A lease alone would let a branch lose commits, and nothing would stop a commit that changes the pipelines. */
async function assertAllowed(context: Context, request: PushRequest, update: PushUpdate): Promise<void> {
  const { ref, id, expect, base } = update;
  const branch = ref.startsWith("refs/heads/");
  if (branch && expect !== "absent" && request.allowRewind !== true) {
    const answer = await isAncestor(context, expect, id);
    if (answer !== "yes") {
      const message = `${ref} would lose commits: ${expect.slice(0, 12)} is not behind ${id.slice(0, 12)}`;
      throw (answer === "no" ? refused : undecided)(message, { remedy: "Rebase onto the branch's current commit." });
    }
  }
  if (request.allowPipelineFiles === true) return;
  // What may be lost need not be here: the base alone then says what is new.
  const replaced = expect === "absent" || (base !== undefined && request.allowRewind === true);
  const known = [replaced ? undefined : expect, base].filter((one) => one !== undefined);
  const remotes = await context.git({
    command: "for-each-ref",
    options: ["--format=%(objectname)"],
    values: ["refs/remotes/"],
  });
  const tracked = remotes.stdout
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => objectIdOf(line));
  const excluded = [...new Set([...known, ...tracked])];
  // A tag names a commit that a branch brings; without anything to compare with there is nothing to learn.
  if (excluded.length === 0 && !branch) return;
  const paths = excluded.length === 0 ? undefined : await pathsChanged(context, id, excluded);
  if (paths === undefined) {
    throw undecided(`the commits that ${ref} would add cannot be determined`, {
      remedy: "Name a commit that the remote holds as the update's base, and have it in this clone.",
    });
  }
  assertNoPipelineFiles(paths, `the push to ${ref}`);
}

interface Result extends PushedRef {
  /** The server failed over this ref rather than refuse it: another run may have been first. */
  readonly doubtful?: boolean;
}

interface Sent {
  readonly results: readonly Result[];
  readonly stderr: string;
  /** Why the answer is missing. */
  readonly lost?: unknown;
}

async function send(
  context: Context,
  request: PushRequest,
  updates: readonly PushUpdate[],
  negotiate: boolean,
): Promise<Sent> {
  try {
    const { stdout, stderr } = await withShadow(context, undefined, async ({ gitDirectory, variables }) => {
      // What the server says it has needs no history here, and what it lacks cannot be had from a shallow one.
      if (negotiate) await rm(join(gitDirectory, "shallow"), { force: true });
      return context.git({
        command: "push",
        options: [
          "--porcelain",
          "--no-verify",
          ...(request.atomic === true ? ["--atomic"] : []),
          ...updates.map(({ ref, expect }) => `--force-with-lease=${ref}:${expect === "absent" ? "" : expect}`),
          ...(request.options ?? []).map((option) => `--push-option=${option}`),
        ],
        values: [remoteAddress(request).url, ...updates.map(({ id, ref }) => `${id}:${ref}`)],
        answers: [0, 1],
        config: negotiate ? { "push.negotiate": "true" } : {},
        directory: gitDirectory,
        variables,
        remote: request,
      });
    });
    return { results: parseReport(stdout.toString("utf8"), updates), stderr, lost: new GitError("push", 1, stderr) };
  } catch (error) {
    if (!(error instanceof ActionError) || nothingSent(error)) throw error;
    if (error.verdict === "interrupted") throw interruptedPush(request);
    return { results: [], stderr: error instanceof GitError ? error.stderr : "", lost: error };
  }
}

/** What git writes before it sends anything, at its first look at the remote. */
const BEFORE_SENDING =
  /unable to access|Authentication failed|could not read|not found|not allowed|does not support|src refspec/i;

/** What git's packer writes when objects of commits that the server is not known to have are not here. */
const NOTHING_PACKED = /^fatal: (?:failed to traverse parents|unable to read [0-9a-f]{40}|missing )/im;

function nothingSent(error: ActionError): boolean {
  if (!(error instanceof GitError)) return error.verdict === "invalid";
  return error.stderr.split("\n").some((line) => line.startsWith("fatal:") && BEFORE_SENDING.test(line));
}

/** One line per ref: flag, refspec, summary, separated by tabs; see git-push, "--porcelain". */
function parseReport(output: string, updates: readonly PushUpdate[]): Result[] {
  return output.split("\n").flatMap((line): Result[] => {
    const [flag = "", refspec = "", reason = ""] = line.split("\t");
    const update = updates.find(({ ref }) => refspec.endsWith(`:${ref}`));
    if (update === undefined) return [];
    const { ref } = update;
    if (flag === "=") return [{ ref, state: "unchanged" }];
    if (flag !== "!") return [{ ref, state: "pushed" }];
    if (reason.includes("stale info")) return [{ ref, state: "stale", reason }];
    // Without the server's word the outcome is open: the remote must be read.
    if (/failed to report status|expecting report/.test(reason)) return [];
    return [{ ref, state: "rejected", reason, doubtful: /fail|lock|exists|incorrect old value/.test(reason) }];
  });
}

/** What the remote holds after a lost answer; a ref that still holds the expected value stays open. */
async function readBack(
  context: Context,
  request: PushRequest,
  open: readonly PushUpdate[],
  lost: unknown,
): Promise<PushedRef[]> {
  const held = await remoteRefs(
    context,
    request,
    open.map(({ ref }) => ref),
  ).catch((cause: unknown) => {
    throw unknown(
      `the answer to a push was lost, and the remote could not be read: ${open.map(({ ref }) => ref).join(", ")}`,
      {
        remedy: "Run again: what arrived is recognized, what did not is pushed.",
        cause: new AggregateError([lost, cause]),
      },
    );
  });
  return open.flatMap(({ ref, id, expect }): PushedRef[] => {
    const now = held.find(({ name }) => name === ref)?.id ?? "absent";
    if (now === id) return [{ ref, state: "adopted" }];
    return now === expect ? [] : [{ ref, state: "stale", reason: `the remote holds ${now}` }];
  });
}

function remoteMessages(stderr: string): string[] {
  return stderr
    .split("\n")
    .filter((line) => line.startsWith("remote:"))
    .map((line) => line.slice("remote:".length).trim());
}

function noCommonCommit(open: readonly PushUpdate[], cause: unknown): ActionError {
  return undecided(
    `the remote does not hold the commit that ${open.map(({ ref }) => ref).join(", ")} builds on; nothing was written`,
    {
      remedy: "For a fork: bring its base branch up to date with the upstream (GitLab: Update fork), and run again.",
      cause,
    },
  );
}

function interruptedPush(request: PushRequest): ActionError {
  return interrupted(
    `interrupted while ${request.updates.map(({ ref }) => ref).join(", ")} was being pushed: it may have arrived`,
    {
      remedy: "Run again: what arrived is recognized, what did not is pushed.",
    },
  );
}

function stillOpen(request: PushRequest, settled: ReadonlyMap<string, PushedRef>): ActionError {
  const missing = request.updates.filter(({ ref }) => !settled.has(ref)).map(({ ref }) => ref);
  return unknown(`the server does not confirm the push of ${missing.join(", ")}`, {
    remedy: "Run again: what arrived is recognized, what did not is pushed.",
    exists: [...settled.values()].map(({ ref, state }) => `${ref}: ${state}`),
    missing,
  });
}
