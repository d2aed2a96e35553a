import type { FoundManifest } from "@release-actions/registry";
import type { ImageRequest } from "./images.ts";
import { fail, pass, unanswered, type Row } from "./rows.ts";
import type { Rules, Tools } from "./verify.ts";

export interface Existence {
  readonly exists: boolean | undefined;
  readonly image: FoundManifest | undefined;
  readonly rows: readonly Row[];
}

/** Looks for the image until it is there or `wait` is over. Only the registry's own word makes it absent. */
export async function findImage(
  wanted: ImageRequest,
  { wait, interval }: Pick<Rules, "wait" | "interval">,
  tools: Pick<Tools, "io" | "signal" | "clock" | "registry">,
): Promise<Existence> {
  const { io, signal, clock, registry } = tools;
  const end = clock.monotonic() + wait;
  const reference = wanted.tag ?? wanted.digest ?? "";
  try {
    for (;;) {
      const answer = await registry.manifest(wanted.repository, reference);
      if (answer.state === "found")
        return {
          exists: true,
          image: answer,
          rows: [pass("exists", `${wanted.shown} is there`), digestRow(wanted, answer.digest)],
        };
      const left = end - clock.monotonic();
      if (left <= 0) return { exists: false, image: undefined, rows: [missing(wanted, answer.state, wait)] };
      io.progress(`${wanted.shown}: not there yet; waiting up to ${seconds(left)} more`);
      await clock.sleep(Math.min(interval, left), signal);
    }
  } catch (error) {
    return { exists: undefined, image: undefined, rows: [unanswered("exists", error)] };
  }
}

function missing({ shown, tag, repository }: ImageRequest, state: "absent" | "expired", wait: number): Row {
  const waited = wait === 0 ? "" : `, and did not appear within ${seconds(wait)}`;
  if (state === "expired") {
    return {
      check: "exists",
      result: "invalid",
      detail: `${shown} was deleted or has expired${waited}`,
      remedy: "Build it again, or name an image that is kept.",
    };
  }
  const commit = tag !== undefined && /^[0-9a-f]{40}$/.test(tag);
  return fail(
    "exists",
    `${shown} is not in the registry${waited}`,
    commit
      ? "The build of this commit has not pushed it (yet): look at the build, and set wait where it is still running."
      : `Check the name and the tag; ${repository} is the path that was asked for.`,
  );
}

function digestRow({ digest, shown, tag }: ImageRequest, found: string): Row {
  if (digest === undefined || digest === found) return pass("digest", found);
  return fail(
    "digest",
    `${tag === undefined ? shown : `the tag ${tag}`} is ${found}, not ${digest}`,
    "The tag was set to another image than the one that was built: find out by whom before anything is released.",
  );
}

export function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds} ms` : `${Math.round(milliseconds / 1000)} s`;
}
