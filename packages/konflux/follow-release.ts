import { ActionError } from "@release-actions/action";
import type { Io } from "@release-actions/action";
import { describeFailure } from "@release-actions/http";
import type { Kubernetes } from "./kubernetes/index.ts";
import type { PollOptions } from "./await-snapshot.ts";
import { isFinished, progressOf, readRelease, stateOf } from "./release.ts";
import type { Release } from "./release.ts";
import { RELEASES } from "./resources.ts";

/** `interval`: the Release is read again after that time even if the watch reports nothing. */
export interface FollowOptions extends PollOptions {
  readonly kubernetes: Kubernetes;
  /** As it was created or found. */
  readonly release: Release;
  /** Milliseconds. */
  readonly timeout: number;
}

export interface FollowedRelease {
  /** "gone": deleted, or deleted and created again by someone else. */
  readonly end: "finished" | "timeout" | "gone";
  /** As last read. */
  readonly release: Release;
}

/** Watches that end without an event are restarted immediately this many times in a row. */
const MAX_IMMEDIATE_RESTARTS = 2;

/**
 * Follows a Release until it has finished. A watch reports changes as they happen, but only a read counts: a watch that
 * breaks off, expires (410), is replayed or arrives out of order changes nothing. If watching is not possible, the
 * Release is read every `interval`; an outage is tolerated until the timeout. Throws HttpError for lasting failures.
 */
export async function followRelease(options: FollowOptions): Promise<FollowedRelease> {
  const { kubernetes, timeout, interval, clock, io, signal } = options;
  const deadline = clock.monotonic() + timeout;
  const print = progressPrinter(io);
  let { release } = options;
  const update = (seen: Release): void => {
    release = seen;
    print(seen);
  };
  let silentWatches = 0;
  for (;;) {
    const found = await readCurrent(kubernetes, release.name, io);
    if (found !== "unreadable") {
      if (found === undefined || found.uid !== release.uid) return { end: "gone", release };
      update(found);
      if (isFinished(stateOf(release))) return { end: "finished", release };
    }
    const left = deadline - clock.monotonic();
    if (left <= 0) return { end: "timeout", release };
    const turn = new AbortController();
    const pause = clock.sleep(Math.min(interval, left), AbortSignal.any([signal, turn.signal])).then(
      () => "paused" as const,
      () => "paused" as const,
    );
    const heard =
      found === "unreadable"
        ? "nothing"
        : await Promise.race([pause, watchOnce(kubernetes, release, update, turn.signal, io)]);
    silentWatches = heard === "nothing" ? silentWatches + 1 : 0;
    if (heard === "nothing" && (found === "unreadable" || silentWatches > MAX_IMMEDIATE_RESTARTS)) await pause;
    turn.abort();
    await pause;
    signal.throwIfAborted();
  }
}

/** Undefined if the Release does not exist; "unreadable" if the server does not respond at the moment. */
async function readCurrent(kubernetes: Kubernetes, name: string, io: Io): Promise<Release | undefined | "unreadable"> {
  try {
    const object = await kubernetes.get(RELEASES, name);
    return object === undefined ? undefined : readRelease(object);
  } catch (error) {
    // A lasting failure, such as an expired token, ends it; an outage does not.
    if (!(error instanceof ActionError) || error.verdict !== "undecided") throw error;
    io.warning(`The Release cannot be read at the moment; still following it. ${describeFailure(error)}`);
    return "unreadable";
  }
}

/** "read": an event calls for a read. "nothing": the watch ended without an event. */
async function watchOnce(
  kubernetes: Kubernetes,
  release: Release,
  update: (release: Release) => void,
  stop: AbortSignal,
  io: Io,
): Promise<"read" | "nothing"> {
  let heard: "read" | "nothing" = "nothing";
  try {
    for await (const event of kubernetes.watch(RELEASES, release.name, release.resourceVersion, stop)) {
      if (event.type !== "changed") return event.type === "deleted" ? "read" : "nothing";
      const changed = readRelease(event.object);
      if (changed.uid !== release.uid) return "read";
      heard = "read";
      update(changed);
      if (isFinished(stateOf(changed))) return "read";
    }
  } catch (error) {
    if (stop.aborted) return "read";
    io.debug(`the watch ended: ${describeFailure(error)}`);
    return "nothing";
  }
  return heard;
}

/** Prints each line of progress once, however often and in whatever order it appears. */
function progressPrinter(io: Io): (release: Release) => void {
  const printed = new Set<string>();
  return (release) => {
    for (const line of progressOf(release).values()) {
      if (printed.has(line)) continue;
      printed.add(line);
      io.info(line);
    }
  };
}
