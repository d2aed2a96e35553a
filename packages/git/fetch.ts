import { rm } from "node:fs/promises";

import { branchRef, fullRefOf, objectIdOf, tagRef } from "./names.ts";
import type { FullRef } from "./names.ts";
import { readObjects } from "./objects.ts";
import { makeShadow, withShadow } from "./shadow.ts";
import type { Context } from "./place.ts";
import { remoteAddress } from "./remote-url.ts";
import { describeTag } from "./tags.ts";
import type { Remote, RemoteRef, Tag } from "./types.ts";

const PEELED = "^{}";

export async function remoteRefs(
  context: Context,
  remote: Remote,
  names: readonly string[],
): Promise<readonly RemoteRef[]> {
  if (names.length === 0) return [];
  remoteAddress(remote);
  const wanted = names.map((name) => (name.endsWith("/") ? `${fullRefOf(name.slice(0, -1))}/` : fullRefOf(name)));
  const patterns = wanted.flatMap((name) => (name.endsWith("/") ? [`${name}*`] : [name, name + PEELED]));
  return (await matchingRefs(context, remote, patterns)).filter(({ name }) =>
    // git matches its patterns at the end of a name, so refs/x/refs/tags/v1 answers to refs/tags/v1 as well.
    wanted.some((want) => (want.endsWith("/") ? name.startsWith(want) : name === want)),
  );
}

/** The branches whose short names begin with `prefix`, which may end within a word. */
export async function branchesMatching(
  context: Context,
  remote: Remote,
  prefix: string,
): Promise<readonly RemoteRef[]> {
  const start = branchRef(`${prefix}x`).slice(0, -1);
  return (await matchingRefs(context, remote, [`${start}*`])).filter(({ name }) => name.startsWith(start));
}

async function matchingRefs(context: Context, remote: Remote, patterns: readonly string[]): Promise<RemoteRef[]> {
  // A server with many merge requests has far more refs than branches, and sends them all unless told.
  const branches = patterns.every((pattern) => pattern.startsWith("refs/heads/"));
  const { stdout } = await withShadow(context, undefined, ({ gitDirectory, variables }) =>
    context.git({
      command: "ls-remote",
      options: ["--quiet", ...(branches ? ["--heads"] : [])],
      values: [remoteAddress(remote).url, ...patterns],
      directory: gitDirectory,
      variables,
      remote,
      maxOutput: 64 * 1024 * 1024,
    }),
  );
  return parseRefs(stdout.toString("utf8"));
}

function parseRefs(output: string): RemoteRef[] {
  const refs = new Map<string, RemoteRef>();
  for (const line of output.split("\n")) {
    const [id = "", name = ""] = line.split("\t");
    if (!name.startsWith("refs/")) continue;
    if (!name.endsWith(PEELED)) {
      refs.set(name, { name: name as FullRef, id: objectIdOf(id) });
      continue;
    }
    const outer = refs.get(name.slice(0, -PEELED.length));
    if (outer !== undefined) refs.set(outer.name, { ...outer, peeled: objectIdOf(id) });
  }
  return [...refs.values()];
}

export async function fetchTag(context: Context, remote: Remote, name: string): Promise<Tag | undefined> {
  const ref = tagRef(name);
  const { url } = remoteAddress(remote);
  const [there] = await remoteRefs(context, remote, [ref]);
  if (there === undefined) return undefined;
  const shadow = await makeShadow(context);
  const { gitDirectory, variables } = shadow;
  try {
    await context.git({
      command: "fetch",
      options: ["--quiet", "--no-tags", "--depth=1", "--no-write-fetch-head", "--no-auto-maintenance"],
      values: [url, `+${ref}:${ref}`],
      directory: gitDirectory,
      variables,
      remote,
    });
    const [object, end] = await readObjects(context, [ref, `${ref}${PEELED}`], variables);
    if (object === undefined || end === undefined) return undefined;
    const tag = describeTag(name, object, end);
    context.fetched.set(name, { tag, variables });
    return tag;
  } catch (error) {
    await rm(gitDirectory, { recursive: true, force: true });
    throw error;
  }
}
