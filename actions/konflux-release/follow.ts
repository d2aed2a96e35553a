import type { Clock, Io } from "@release-actions/action";
import { ActionError } from "@release-actions/action";
import { describeFailure } from "@release-actions/http";
import { isFinished, progressOf, readRelease, RELEASES, stateOf } from "@release-actions/konflux";
import type { Release } from "@release-actions/konflux";
import type { Kubernetes } from "@release-actions/konflux/kubernetes";

export interface FollowOptions {
  readonly kubernetes: Kubernetes;
  /** As it was made or found. */
  readonly release: Release;
  /** Milliseconds. */
  readonly timeout: number;
  /** Milliseconds after which the release is read again even when the watch is silent. */
  readonly interval: number;
  readonly clock: Clock;
  readonly io: Io;
  readonly signal: AbortSignal;
}

/** How following ended. "gone": deleted, or deleted and made anew by someone else. */
export interface Followed {
  readonly end: "finished" | "timeout" | "gone";
  /** As it was last seen. */
  readonly release: Release;
}

/** Watches that end without having said anything are begun again at once, so often in a row. */
const HASTE = 2;

/**
 * Follows a release until it has finished. A watch tells of changes as they happen; what counts is what a read says
 * then, so that a watch that broke off, expired (410), was replayed or came out of order changes nothing. Where watching
 * is not possible, the release is read every `interval`; an outage is waited through until the timeout.
 */
export async function follow(options: FollowOptions): Promise<Followed> {
  const { kubernetes, timeout, interval, clock, io, signal } = options;
  const deadline = clock.monotonic() + timeout;
  const print = teller(io);
  let { release } = options;
  const tell = (seen: Release): void => {
    release = seen;
    print(seen);
  };
  let idle = 0;
  for (;;) {
    const found = await look(kubernetes, release.name, io);
    if (found !== "unreadable") {
      if (found === undefined || found.uid !== release.uid) return { end: "gone", release };
      tell(found);
      if (isFinished(stateOf(release))) return { end: "finished", release };
    }
    const left = deadline - clock.monotonic();
    if (left <= 0) return { end: "timeout", release };
    const turn = new AbortController();
    const over = clock.sleep(Math.min(interval, left), AbortSignal.any([signal, turn.signal])).then(
      () => "quiet" as const,
      () => "quiet" as const,
    );
    const heard =
      found === "unreadable"
        ? "nothing"
        : await Promise.race([over, listen(kubernetes, release, tell, turn.signal, io)]);
    idle = heard === "nothing" ? idle + 1 : 0;
    if (heard === "nothing" && (found === "unreadable" || idle > HASTE)) await over;
    turn.abort();
    await over;
    signal.throwIfAborted();
  }
}

/** Undefined where the release is not there; "unreadable" where the server does not answer now. */
async function look(kubernetes: Kubernetes, name: string, io: Io): Promise<Release | undefined | "unreadable"> {
  try {
    const object = await kubernetes.get(RELEASES, name);
    return object === undefined ? undefined : readRelease(object);
  } catch (error) {
    // What is wrong for good, such as an expired token, ends the following; an outage does not.
    if (!(error instanceof ActionError) || error.verdict !== "undecided") throw error;
    io.warning(`The release cannot be read now; it is followed on. ${describeFailure(error)}`);
    return "unreadable";
  }
}

/** "look": something happened that wants a read. "nothing": the watch ended without an event. */
async function listen(
  kubernetes: Kubernetes,
  release: Release,
  tell: (release: Release) => void,
  quiet: AbortSignal,
  io: Io,
): Promise<"look" | "nothing"> {
  let heard: "look" | "nothing" = "nothing";
  try {
    for await (const event of kubernetes.watch(RELEASES, release.name, release.resourceVersion, quiet)) {
      if (event.type !== "changed") return event.type === "deleted" ? "look" : "nothing";
      const changed = readRelease(event.object);
      if (changed.uid !== release.uid) return "look";
      heard = "look";
      tell(changed);
      if (isFinished(stateOf(changed))) return "look";
    }
  } catch (error) {
    if (quiet.aborted) return "look";
    io.debug(`the watch ended: ${describeFailure(error)}`);
    return "nothing";
  }
  return heard;
}

/** Prints each line of progress once, however often and in whatever order it is seen. */
function teller(io: Io): (release: Release) => void {
  const told = new Set<string>();
  return (release) => {
    for (const line of progressOf(release).values()) {
      if (told.has(line)) continue;
      told.add(line);
      io.info(line);
    }
  };
}
